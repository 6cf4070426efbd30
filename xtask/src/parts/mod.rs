//! Takes the module that browsers fetch apart, so that a page downloads the reader of its own format alone.

mod carve;
mod division;
mod graph;
mod links;
mod plan;
mod profile;

use std::fs;
use std::path::Path;

use anyhow::Result;
use walrus::{Module, ModuleConfig};

use graph::Graph;
use plan::Plan;
pub(crate) use profile::TYPICAL;

/// The part that a page begins with, and the format that it reads.
const CORE: &str = "canonical";
/// What finds articles inside of JSON, and what completes them (`src/read/readers.rs`).
const SHARED: &str = "formats";
/// What reads HTML in other formats.
const HTML: &str = "html-blocks";
/// What reads Markdown in other formats.
const MARKDOWN: &str = "markdown-blocks";
/// What decodes references to characters in Markdown.
const ENTITIES: &str = "markdown-entities";
/// What reads JSON-LD, in pages as well.
const LINKED_DATA: &str = "schema-org";
/// What all formats need but the canonical one, and with a number after it what only some share.
const COMMON: &str = "common";
/// What few articles have, whatever format they are in.
const RARE: &str = "rare";
/// What says of every part of an article which it is, for the views of hosts.
const COMPONENTS: &str = "components";
/// What writes an article as anything but HTML.
const WRITERS: &str = "writers";

/// A module that was taken apart.
pub(crate) struct Parts {
    /// What a page begins with.
    pub(crate) core: Module,
    /// The others, by name.
    pub(crate) others: Vec<(String, Module)>,
    /// The names of those that each reader needs, in the order in which they are to be added, as JSON.
    pub(crate) needs: String,
}

/// Takes a module apart that the linker left in `linked`, with its relocations.
pub(crate) fn take_apart(mut module: Module, linked: &Path) -> Result<Parts> {
    // Functions have other places once they are written.
    let bytes = module.emit_wasm();
    let module = read(&bytes)?;
    let links = links::read(&fs::read(linked)?)?;
    let ran = profile::run(read(&bytes)?)?;
    let mut graph = Graph::new(&module, &links)?;
    plan::part_seldom(&mut graph, &ran);
    let plan = Plan::new(&graph)?;
    let mut modules = carve::parts(&bytes, &links, &plan, &graph.gates)?.into_iter();
    let core = modules.next().unwrap_or_default();
    let others = plan.names.iter().skip(1).cloned().zip(modules).collect();
    Ok(Parts { core, others, needs: plan.needs_as_json() })
}

/// Returns a module without what the linker says about it.
fn read(bytes: &[u8]) -> Result<Module> {
    let mut module = ModuleConfig::new().generate_producers_section(false).parse(bytes)?;
    for name in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(name);
    }
    Ok(module)
}
