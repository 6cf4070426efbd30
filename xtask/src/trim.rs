//! Empties functions of the wasm that can end in nothing but a crash. Knows the names that the compiler gives them.
//!
//! A panic stops the instance whatever it has to say, since a module for the web has nobody to say it to. What words
//! the sentence is dead weight, and so are the callbacks that `js-sys` describes to wasm-bindgen and that nobody makes.
//! The linker cannot tell: tables refer to them. Emptied here, they and all that only they call go with the optimiser.

use anyhow::{Result, bail};
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
    let dead: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).filter(|id| is_dead(module, *id)).collect();
    if dead.is_empty() {
        bail!("the module has no function that is known to be dead: the compiler names them anew");
    }
    for id in dead {
        empty(module, id);
    }
    walrus::passes::gc::run(module);
    Ok(())
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
