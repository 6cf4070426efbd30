//! Makes one part of a module a module of its own; knows how modules are written, not what is in which part.
//!
//! All parts run in one instance's memory and table: data and functions stay where the linker put them, and each part
//! brings its own. What a part has of others it imports under short names from one object, to which every part that is
//! added gives what it exports.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use anyhow::{Context as _, Result, bail};
use walrus::ir::Value;
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportedFunction, Module, TableId,
};

use super::graph::{Node, called_by};
use super::links::Links;
use super::plan::{FIRST, Plan};
use super::read;

/// What the object is called from which parts import.
const OBJECT: &str = "p";
const TABLE: &str = "_t";
/// Data are one segment where so many bytes or fewer lie between them: each segment takes some itself.
const GAP: u32 = 8;

/// What every part has to know of the whole.
struct Whole<'a> {
    links: &'a Links,
    plan: &'a Plan,
    /// What leads from one part into another, through the table.
    gates: &'a BTreeSet<usize>,
    /// The function in each slot of the table; those of gates that have none of their own come last.
    slots: Vec<Option<usize>>,
    /// What is called from other parts than its own, and under which name.
    shared: BTreeMap<usize, String>,
    /// What the memory is called: parts of another build find none, since theirs lies otherwise.
    memory: String,
}

/// Returns a module for each part of the plan of the module in `bytes`, in their order.
pub(crate) fn parts(bytes: &[u8], links: &Links, plan: &Plan, gates: &BTreeSet<usize>) -> Result<Vec<Module>> {
    let module = read(bytes)?;
    let mut build = DefaultHasher::new();
    bytes.hash(&mut build);
    let memory = format!("_m{:x}", build.finish());
    let whole =
        Whole { links, plan, gates, slots: slots(&module, gates)?, shared: shared(&module, plan, gates)?, memory };
    let part = |part| {
        let mut module = read(bytes)?;
        whole.carve(&mut module, part)?;
        walrus::passes::gc::run(&mut module);
        Ok(module)
    };
    (0..plan.names.len()).map(part).collect()
}

/// Returns the function in each slot of the table of functions.
fn slots(module: &Module, gates: &BTreeSet<usize>) -> Result<Vec<Option<usize>>> {
    let table = table(module)?;
    let mut slots = vec![None; usize::try_from(module.tables.get(table).initial)?];
    for element in module.elements.iter() {
        let ElementKind::Active { table: of, offset: ConstExpr::Value(Value::I32(offset)) } = &element.kind else {
            continue;
        };
        let ElementItems::Functions(functions) = &element.items else { continue };
        for (slot, function) in (usize::try_from(*offset)?..).zip(functions).filter(|_| *of == table) {
            *slots.get_mut(slot).context("a function has no slot")? = Some(function.index());
        }
    }
    slots.extend(gates.iter().copied().map(Some));
    Ok(slots)
}

fn table(module: &Module) -> Result<TableId> {
    module.tables.main_function_table()?.context("the module has no table of functions")
}

/// Returns what is called from other parts than its own, with a name for each.
fn shared(module: &Module, plan: &Plan, gates: &BTreeSet<usize>) -> Result<BTreeMap<usize, String>> {
    let mut shared = BTreeSet::new();
    for (id, local) in module.funcs.iter_local() {
        let Some(part) = plan.owners.get(&Node::Function(id.index())) else { continue };
        for called in called_by(local) {
            let owner = plan.owners.get(&Node::Function(called.index())).context("what is called is in no part")?;
            // The core has a way of its own to every gate.
            let has_way = *part == FIRST && gates.contains(&called.index());
            if owner != part && !has_way && !is_end(module, called) {
                shared.insert(called.index());
            }
        }
    }
    Ok(shared.into_iter().enumerate().map(|(place, function)| (function, short(place))).collect())
}

/// Whether a function has one instruction, which says that the instance stops: each part has its own.
fn is_end(module: &Module, id: FunctionId) -> bool {
    matches!(&module.funcs.get(id).kind, FunctionKind::Local(local) if local.size() <= 1)
}

/// A name of few letters for each number, which nothing else is called by.
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.extend(char::from_digit(u32::try_from(number % 36).unwrap_or_default(), 36));
        number /= 36;
        if number == 0 {
            return name;
        }
    }
}

impl Whole<'_> {
    fn has(&self, part: usize, function: usize) -> bool {
        self.plan.owners.get(&Node::Function(function)) == Some(&part)
    }

    /// Takes everything out of the module that another part has.
    fn carve(&self, module: &mut Module, part: usize) -> Result<()> {
        let functions: Vec<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
        if part == FIRST {
            self.open_gates(module, &functions)?;
            self.export_state(module)?;
        } else {
            let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
            exports.into_iter().for_each(|export| module.exports.delete(export));
            self.import_state(module)?;
        }
        for (index, name) in &self.shared {
            let id = *functions.get(*index).context("a function is missing")?;
            // The core has the way to a gate, and its part the function.
            let is_gate = self.gates.contains(index);
            let has_way = self.has(part, *index) && !is_gate || is_gate && part == FIRST;
            if has_way {
                module.exports.add(name, id);
            } else if !self.has(part, *index) {
                let ty = module.funcs.get(id).ty();
                if let FunctionKind::Import(of_host) = &module.funcs.get(id).kind {
                    module.imports.delete(of_host.import);
                }
                let import = module.imports.add(OBJECT, name, id);
                module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
            }
        }
        self.fill_table(module, &functions, part)?;
        self.fill_memory(module, part)
    }

    /// Makes each gate of the core a call of what its part puts into the table.
    fn open_gates(&self, module: &mut Module, functions: &[FunctionId]) -> Result<()> {
        let table = table(module)?;
        // A gate that the core itself has is none.
        for gate in self.gates.iter().filter(|gate| !self.has(FIRST, **gate)) {
            let slot = self.slots.iter().rposition(|slot| *slot == Some(*gate)).context("a gate has no slot")?;
            let id = *functions.get(*gate).context("a gate is missing")?;
            let kind = module.funcs.get(id).ty();
            let (parameters, results) = module.types.params_results(kind);
            let (parameters, results) = (parameters.to_vec(), results.to_vec());
            let arguments: Vec<_> = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
            let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
            let mut body = builder.func_body();
            for argument in &arguments {
                body.local_get(*argument);
            }
            body.i32_const(i32::try_from(slot)?).call_indirect(kind, table);
            module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
        }
        self.widen(module, table)
    }

    /// Makes room in the table for the gates.
    fn widen(&self, module: &mut Module, table: TableId) -> Result<()> {
        let slots = u64::try_from(self.slots.len())?;
        let table = module.tables.get_mut(table);
        (table.initial, table.maximum) = (slots, table.maximum.map(|_| slots));
        Ok(())
    }

    /// Exports from the core what every part runs on: the memory, the tables, and where the stack is.
    fn export_state(&self, module: &mut Module) -> Result<()> {
        let memory = module.get_memory_id()?;
        module.exports.add(&self.memory, memory);
        let main = table(module)?;
        let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
        for id in tables {
            module.exports.add(&table_name(id, main), id);
        }
        let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
        for id in globals {
            module.exports.add(&global_name(id.index()), id);
        }
        Ok(())
    }

    /// Takes the memory, the tables and where the stack is from the core.
    fn import_state(&self, module: &mut Module) -> Result<()> {
        let memory = module.get_memory_id()?;
        let import = module.imports.add(OBJECT, &self.memory, memory);
        module.memories.get_mut(memory).import = Some(import);
        let main = table(module)?;
        let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
        for id in tables {
            let import = module.imports.add(OBJECT, &table_name(id, main), id);
            module.tables.get_mut(id).import = Some(import);
        }
        self.widen(module, main)?;
        let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
        for id in globals {
            let import = module.imports.add(OBJECT, &global_name(id.index()), id);
            module.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        Ok(())
    }

    /// Leaves in the table what the part has.
    fn fill_table(&self, module: &mut Module, functions: &[FunctionId], part: usize) -> Result<()> {
        let table = table(module)?;
        let old: Vec<_> = module
            .elements
            .iter()
            .filter(|element| matches!(&element.kind, ElementKind::Active { table: of, .. } if *of == table))
            .map(walrus::Element::id)
            .collect();
        for id in old {
            module.elements.delete(id);
            module.tables.get_mut(table).elem_segments.remove(&id);
        }
        let mut run: Vec<FunctionId> = Vec::new();
        for (slot, index) in self.slots.iter().copied().chain([None]).enumerate() {
            match index.filter(|index| self.has(part, *index)) {
                Some(index) => run.push(*functions.get(index).context("a function is missing")?),
                None if run.is_empty() => {}
                None => {
                    let offset = ConstExpr::Value(Value::I32(i32::try_from(slot - run.len())?));
                    let kind = ElementKind::Active { table, offset };
                    let id = module.elements.add(kind, ElementItems::Functions(std::mem::take(&mut run)));
                    module.tables.get_mut(table).elem_segments.insert(id);
                }
            }
        }
        Ok(())
    }

    /// Leaves in the memory what the part has.
    fn fill_memory(&self, module: &mut Module, part: usize) -> Result<()> {
        let memory = module.get_memory_id()?;
        let mut segments: Vec<(u32, Vec<u8>)> = Vec::new();
        let old: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
        for id in old {
            let data = module.data.get(id);
            let DataKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } = &data.kind else {
                bail!("a segment of data is nowhere");
            };
            segments.push((u32::try_from(*offset)?, data.value.clone()));
            module.data.delete(id);
            module.memories.get_mut(memory).data_segments.remove(&id);
        }
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for (place, datum) in self.links.data.iter().enumerate() {
            if self.plan.owners.get(&Node::Datum(place)) != Some(&part) {
                continue;
            }
            match runs.last_mut() {
                Some((_, end)) if datum.start <= *end + GAP => *end = datum.end,
                _ => runs.push((datum.start, datum.end)),
            }
        }
        for (start, end) in runs {
            // A run that goes on in the next segment is as many segments.
            for (at, bytes) in &segments {
                let last = at + u32::try_from(bytes.len())?;
                let (from, to) = (start.max(*at), end.min(last));
                if from >= to {
                    continue;
                }
                let value =
                    bytes.get(usize::try_from(from - at)?..usize::try_from(to - at)?).context("a datum is nowhere")?;
                let offset = ConstExpr::Value(Value::I32(i32::try_from(from)?));
                let id = module.data.add(DataKind::Active { memory, offset }, value.to_vec());
                module.memories.get_mut(memory).data_segments.insert(id);
            }
        }
        Ok(())
    }
}

/// The table of functions is called so; the other has what the host hands over.
fn table_name(id: TableId, main: TableId) -> String {
    if id == main { TABLE.to_owned() } else { format!("{TABLE}{}", id.index()) }
}

fn global_name(index: usize) -> String {
    format!("_g{index}")
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn every_number_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<String> = (0..5000).map(short).collect();
        assert_eq!(names.len(), 5000);
        assert_eq!([short(0), short(35), short(36)], ["0", "z", "01"]);
    }
}
