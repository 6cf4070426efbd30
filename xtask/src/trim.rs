//! Empties functions of the wasm that can end in nothing but a crash. Knows the names that the compiler gives them.
//!
//! A panic stops the instance whatever it has to say, since a module for the web has nobody to say it to. What words
//! the sentence is dead weight, and so are the callbacks that `js-sys` describes to wasm-bindgen and that nobody makes.
//! The linker cannot tell: tables refer to them. Emptied here, they and all that only they call go with the optimiser,
//! and with what is done before they are called go the places in the source and the words that they would have said.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use walrus::ir::{Call, Instr, InstrLocId, InstrSeq, Unreachable, VisitorMut, dfs_pre_order_mut};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

/// Parts of the names, mangled as they are, of the functions that are emptied.
const DEAD: [&str; 22] = [
    // What a panic goes through.
    "4core9panicking",
    "3std9panicking",
    "rust_begin_unwind",
    "4core6option13expect_failed",
    "4core6option13unwrap_failed",
    "4core6result13unwrap_failed",
    "5slice5index16slice_index_fail",
    "17len_mismatch_fail",
    "4core3str16slice_error_fail",
    "4cell22panic_already",
    "4cell30panic_already",
    "11panic_const",
    "22panic_on_ord_violation",
    "13assert_failed",
    "5alloc7raw_vec12handle_error",
    "5alloc7raw_vec17capacity_overflow",
    "11Fallibility17capacity_overflow",
    "5alloc18handle_alloc_error",
    // Only messages of panics show values as `{:?}` does.
    "5Debug3fmt",
    "core..fmt..Debug",
    // Callbacks from JavaScript.
    "7convert8closures1_6invoke",
    "6js_sys7futures",
];

/// Empties the dead functions of the module, whose names must still be there.
pub(crate) fn dead(module: &mut Module) -> Result<()> {
    let dead: BTreeSet<FunctionId> =
        module.funcs.iter_local().map(|(id, _)| id).filter(|id| is_dead(module, *id)).collect();
    if dead.is_empty() {
        bail!("the module has no function that is known to be dead: the compiler names them anew");
    }
    for id in &dead {
        empty(module, *id);
    }
    for (_, function) in module.funcs.iter_local_mut() {
        let entry = function.entry_block();
        dfs_pre_order_mut(&mut Ends { dead: &dead }, function, entry);
    }
    walrus::passes::gc::run(module);
    Ok(())
}

/// Ends each sequence of instructions where it calls a dead function: what comes next is never done, and what was done
/// right before is done for nobody.
struct Ends<'a> {
    dead: &'a BTreeSet<FunctionId>,
}

impl VisitorMut for Ends<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        let is_dead =
            |instruction: &Instr| matches!(instruction, Instr::Call(Call { func }) if self.dead.contains(func));
        let Some(end) = sequence.instrs.iter().position(|(instruction, _)| is_dead(instruction)) else { return };
        sequence.instrs.truncate(end);
        while sequence.instrs.pop_if(|(instruction, _)| leads_on(instruction)).is_some() {}
        sequence.instrs.push((Unreachable {}.into(), InstrLocId::default()));
    }
}

/// Whether the next instruction is done after this one whatever happens, in the same function.
fn leads_on(instruction: &Instr) -> bool {
    matches!(
        instruction,
        Instr::Const(_)
            | Instr::LocalGet(_)
            | Instr::LocalSet(_)
            | Instr::LocalTee(_)
            | Instr::GlobalGet(_)
            | Instr::Binop(_)
            | Instr::Unop(_)
            | Instr::Load(_)
            | Instr::Store(_)
            | Instr::Drop(_)
            | Instr::Select(_)
    )
}

fn is_dead(module: &Module, id: FunctionId) -> bool {
    let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
    DEAD.iter().any(|part| name.contains(part))
}

fn empty(module: &mut Module, id: FunctionId) {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    builder.func_body().unreachable();
    let locals = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(locals));
}

#[cfg(test)]
mod tests {
    use walrus::ir::Instr;
    use walrus::{FunctionBuilder, FunctionKind, Module, ValType};

    #[test]
    fn what_is_done_for_a_dead_call_alone_goes_with_it() {
        let mut module = Module::default();
        let local = module.locals.add(ValType::I32);
        let mut panic = FunctionBuilder::new(&mut module.types, &[ValType::I32, ValType::I32], &[]);
        panic.name("_ZN4core9panicking5panic17h00E".to_owned()).func_body().local_get(local).drop();
        let panic = panic.finish(vec![local, module.locals.add(ValType::I32)], &mut module.funcs);
        let mut other = FunctionBuilder::new(&mut module.types, &[], &[]);
        other.func_body();
        let other = other.finish(Vec::new(), &mut module.funcs);
        let mut caller = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        caller.func_body().call(other).i32_const(7).local_get(local).call(panic).i32_const(8);
        let caller = caller.finish(Vec::new(), &mut module.funcs);
        module.exports.add("caller", caller);
        super::dead(&mut module).unwrap();
        let FunctionKind::Local(caller) = &module.funcs.get(caller).kind else { panic!("it is a function of ours") };
        let instructions: Vec<_> = caller.block(caller.entry_block()).instrs.iter().map(|(one, _)| one).collect();
        assert!(matches!(instructions.as_slice(), [Instr::Call(call), Instr::Unreachable(_)] if call.func == other));
    }
}
