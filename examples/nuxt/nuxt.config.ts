export default defineNuxtConfig({ compatibilityDate: "2026-01-01", css: ["newsprint/style.css"], telemetry: false });
