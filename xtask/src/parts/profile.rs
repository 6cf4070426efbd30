//! Which functions typical articles run through: what none of them needs can be downloaded once one does. Knows how a
//! module says what was run, not what is in an article.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result};
use walrus::ir::{Const, GlobalSet, Value};
use walrus::{ConstExpr, FunctionKind, Module, ValType};

use crate::place;
use crate::step::{command, output};

/// What names typical articles and has them run.
pub(crate) const TYPICAL: &str = "npm/scripts/typical.mjs";
/// What is before the place of a function in the name of its mark.
const MARK: &str = "ran-";

/// The functions that typical articles run through, by their places.
pub(super) struct Ran {
    /// What canonical articles do, and what tells the format of any other.
    pub(super) core: BTreeSet<usize>,
    /// What all do.
    pub(super) all: BTreeSet<usize>,
}

/// Has typical articles run through a module; what is imported counts as run.
pub(super) fn run(mut module: Module) -> Result<Ran> {
    let marked: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let mut imported: BTreeSet<usize> = module.funcs.iter().map(|function| function.id().index()).collect();
    imported.retain(|place| marked.iter().all(|id| id.index() != *place));
    for id in marked {
        let zero = ConstExpr::Value(Value::I32(0));
        let mark = module.globals.add_local(ValType::I32, true, false, zero);
        module.exports.add(&format!("{MARK}{}", id.index()), mark);
        if let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind {
            let mut body = function.builder_mut().func_body();
            body.instr_at(0, Const { value: Value::I32(1) }).instr_at(1, GlobalSet { global: mark });
        }
    }
    let path = place::target().join("typical.wasm");
    fs::write(&path, module.emit_wasm())?;
    let printed = output(command("node", &[TYPICAL, MARK]).arg(&path))?;
    let mut lines = printed.lines().map(|line| {
        let places = line.split(' ').map(|place| place.parse().with_context(|| format!("`{place}` is no place")));
        places.chain(imported.iter().copied().map(Ok)).collect::<Result<BTreeSet<usize>>>()
    });
    let mut next = || lines.next().context("the articles did not run")?;
    Ok(Ran { core: next()?, all: next()? })
}
