//! Builds the npm package and the preview: compile, bind, optimise, bundle, copy.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use walrus::ModuleConfig;

use crate::install::{self, WASM};
use crate::place;
use crate::step::{cargo, command, output, quietly, step};
use crate::{copies, order, parts, trim};

/// How much the build takes care of the result.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// What is published and tested.
    Release,
    /// Quick to compile, for work on the code.
    Dev,
}

/// A module of the package: what both read, they write the same. What browsers fetch is compiled for size, since the
/// time that it takes is a small part of what the page's own nodes take; what servers have, for speed.
#[derive(Clone, Copy)]
enum Module {
    /// English words and the reader of the canonical format, for browsers; the other readers are parts of it that are
    /// files of their own.
    Fetched,
    /// Every format and the words of all languages, for servers: this one is inlined.
    Server,
}

impl Module {
    fn name(self) -> &'static str {
        match self {
            Self::Fetched => "fetched",
            Self::Server => "server",
        }
    }

    fn features(self) -> &'static str {
        match self {
            Self::Fetched => "wasm,readers",
            Self::Server => "wasm,languages",
        }
    }

    /// What the compiler takes care of.
    fn level(self) -> &'static str {
        match self {
            Self::Fetched => "profile.wasm.opt-level='z'",
            Self::Server => "profile.wasm.opt-level=3",
        }
    }

    /// What the optimiser does. Its levels for size make a module smaller and what compresses it worse: for what is
    /// fetched there are the steps that were found to help, one after the other, in the compressed module.
    fn passes(self) -> &'static [&'static str] {
        match self {
            Self::Fetched => &[
                "--remove-unused-module-elements",
                "--dealign",
                "--coalesce-locals-learning",
                "--dae-optimizing",
                "--reorder-functions-by-name",
                "--duplicate-function-elimination",
                "--reorder-locals",
                "--optimize-instructions",
            ],
            Self::Server => &["-O3", "--reorder-functions-by-name"],
        }
    }

    /// What the compiler is told. What is fetched keeps what it takes to part it. For what is inlined, how large a
    /// function may be that LLVM copies to where it is called, and one that is called in a loop, in its own units, and
    /// that it does not repeat the body of a loop: what it would copy for speed makes readers larger and not faster.
    fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Fetched => &["-Clink-arg=--emit-relocs"],
            Self::Server => &[
                "-Cllvm-args=-inline-threshold=110",
                "-Cllvm-args=-locally-hot-callsite-threshold=100",
                "-Cllvm-args=-unroll-allow-peeling=false",
                "-Cllvm-args=-unroll-runtime=false",
                "-Cllvm-args=-unroll-threshold=0",
            ],
        }
    }

    /// The folder that the module and its glue are left in.
    fn folder(self) -> &'static str {
        match self {
            Self::Fetched => "npm/core/fetched",
            Self::Server => "npm/core/server",
        }
    }

    /// Where it is compiled: both are called the same, so that in one folder each would have to be compiled anew.
    fn target(self) -> PathBuf {
        match self {
            Self::Fetched => place::target(),
            Self::Server => place::target().join(self.name()),
        }
    }

    /// What the compiler writes.
    fn compiled(self, profile: Profile) -> PathBuf {
        self.target().join(WASM).join(name(profile)).join("newsprint.wasm")
    }

    /// What the package takes.
    fn file(self) -> PathBuf {
        place::root().join(self.folder()).join("newsprint_bg.wasm")
    }
}

/// What the optimiser may use, which is what Node 20 and the browsers of its time run.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Builds the package in `npm/dist` and the static site in `target/site`.
pub(crate) fn package(profile: Profile) -> Result<()> {
    install::wasm_target()?;
    install::npm_packages()?;
    // The server's module has the words with which the other is tried.
    for module in [Module::Server, Module::Fetched] {
        compile(module, profile)?;
        finish(module, profile)?;
    }
    quietly("bundle the package", &mut command("node", &["npm/scripts/build.mjs"]))?;
    let site = place::site();
    quietly("lay out the site", command("node", &["npm/scripts/site.mjs"]).arg(site)).map(drop)
}

fn compile(module: Module, profile: Profile) -> Result<()> {
    let features = ["--no-default-features", "--features", module.features()];
    let mut build = cargo(&["build", "--quiet", "--locked", "--lib", "--target", WASM, "--profile", name(profile)]);
    let what = format!("compile to wasm, {}", module.name());
    let flags = flags(module);
    let configuration = ["--config", module.level(), "--config", &flags];
    quietly(&what, build.arg("--target-dir").arg(module.target()).args(configuration).args(features)).map(drop)
}

/// The setting that has the flags, and that keeps the paths of this machine out of the messages of panics, so that every
/// machine builds the same.
fn flags(module: Module) -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let crates = format!("{}/registry/src", home.unwrap_or_default());
    let flags: String = module.flags().iter().map(|flag| format!(", '{flag}'")).collect();
    format!("target.{WASM}.rustflags = ['--remap-path-prefix={crates}=crates'{flags}]")
}

fn name(profile: Profile) -> &'static str {
    match profile {
        Profile::Release => "wasm",
        Profile::Dev => "wasm-dev",
    }
}

/// Makes what the package takes from what the compiler wrote, unless it was made from the very same before.
fn finish(module: Module, profile: Profile) -> Result<()> {
    let stamp = place::root().join(module.folder()).join("made-from");
    let made_from = made_from(module, profile)?;
    if module.file().exists() && fs::read_to_string(&stamp).is_ok_and(|last| last == made_from) {
        return Ok(());
    }
    step(&format!("bind to JavaScript, {}", module.name()), || bind(module, profile))?;
    let files = step(&format!("rework the wasm, {}", module.name()), || rework(module, profile))?;
    if profile == Profile::Release {
        optimise(module, &files)?;
    }
    Ok(fs::write(stamp, made_from)?)
}

/// Stands for all that decides what is made: the module as compiled, this program, the optimiser's version, and which
/// articles are typical.
fn made_from(module: Module, profile: Profile) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    fs::read(module.compiled(profile))?.hash(&mut hasher);
    fs::metadata(std::env::current_exe()?)?.modified()?.hash(&mut hasher);
    for path in ["npm/package-lock.json", parts::TYPICAL] {
        fs::read(place::root().join(path))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn bind(module: Module, profile: Profile) -> Result<()> {
    let options = [
        "wasm-bindgen",
        "--target=web",
        "--omit-default-module-path",
        "--experimental-reset-state-function",
        // The optimiser drops the names, which `trim` reads as the compiler spells them.
        "--no-demangle",
        "--remove-producers-section",
        "--out-dir",
    ];
    let places = [place::root().join(module.folder()), module.compiled(profile)].map(PathBuf::into_os_string);
    let words = options.iter().map(OsString::from).chain(places);
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(words)
}

/// Takes dead functions away, takes what is fetched apart, has what is for servers copy faster, and puts functions side by
/// side that are alike. Returns the files.
fn rework(module: Module, profile: Profile) -> Result<Vec<PathBuf>> {
    let path = module.file();
    let mut wasm = parse(&path)?;
    shorten_imports(&mut wasm, &path.with_file_name("newsprint.js"))?;
    if profile == Profile::Release {
        trim::dead(&mut wasm)?;
    }
    let modules = match module {
        Module::Fetched if profile == Profile::Release => {
            take_apart(without_unused_arguments(wasm, &path)?, &module.compiled(profile))?
        }
        Module::Fetched => take_apart(wasm, &module.compiled(profile))?,
        Module::Server => {
            copies::keep_short_ones(&mut wasm);
            vec![(path, wasm)]
        }
    };
    let mut files = Vec::new();
    for (path, mut wasm) in modules {
        if profile == Profile::Release {
            wasm = order::named(wasm)?;
        }
        wasm.emit_wasm_file(&path)?;
        files.push(path);
    }
    Ok(files)
}

/// Gives what the module has from its glue names of one letter, where wasm-bindgen has put a hash behind each.
fn shorten_imports(wasm: &mut walrus::Module, glue: &Path) -> Result<()> {
    let mut text = fs::read_to_string(glue)?;
    let mut imports: Vec<_> = wasm.imports.iter_mut().collect();
    imports.sort_by(|one, other| one.name.cmp(&other.name));
    for (import, letter) in imports.into_iter().zip('a'..='z') {
        text = text.replace(&format!("        {}: ", import.name), &format!("        {letter}: "));
        import.name = letter.to_string();
    }
    Ok(fs::write(glue, text)?)
}

fn parse(path: &Path) -> Result<walrus::Module> {
    let parsed = ModuleConfig::new().generate_producers_section(false).parse_file(path);
    parsed.with_context(|| format!("cannot read `{}`", path.display()))
}

/// Takes away what is handed on for dead functions alone, which are the places in the source of whoever calls. Names
/// stay as they were, where the optimiser has numbered those that several functions have.
fn without_unused_arguments(mut wasm: walrus::Module, path: &Path) -> Result<walrus::Module> {
    let names: BTreeSet<String> = wasm.funcs.iter().filter_map(|function| function.name.clone()).collect();
    wasm.emit_wasm_file(path)?;
    let mut optimiser = command("node", &["npm/node_modules/binaryen/bin/wasm-opt", "-g", "--dae", "--vacuum"]);
    output(optimiser.arg(path).arg("-o").arg(path).args(FEATURES))?;
    let mut wasm = parse(path)?;
    for function in wasm.funcs.iter_mut() {
        let numbered = function.name.as_deref().filter(|name| !names.contains(*name));
        let name = numbered.and_then(|name| name.rsplit_once('_')).map(|(name, _)| name.to_owned());
        function.name = name.or(function.name.take());
    }
    Ok(wasm)
}

/// Takes what is fetched apart, and leaves beside the readers what each needs.
fn take_apart(wasm: walrus::Module, compiled: &Path) -> Result<Vec<(PathBuf, walrus::Module)>> {
    let parts = parts::take_apart(wasm, compiled)?;
    let folder = place::root().join(Module::Fetched.folder()).join("readers");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("needs.json"), parts.needs)?;
    let others = parts.others.into_iter().map(|(name, module)| (folder.join(name + ".wasm"), module));
    Ok([(Module::Fetched.file(), parts.core)].into_iter().chain(others).collect())
}

fn optimise(module: Module, files: &[PathBuf]) -> Result<()> {
    step(&format!("optimise the wasm, {}", module.name()), || {
        for wasm in files {
            let mut optimiser = command("node", &["npm/node_modules/binaryen/bin/wasm-opt"]);
            optimiser.args(module.passes()).arg(wasm).arg("-o").arg(wasm).args(FEATURES);
            output(&mut optimiser)?;
        }
        Ok(())
    })
}
