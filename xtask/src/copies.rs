//! Copies few bytes within the module: for each copy, however short, V8 leaves it, and an article is put together of
//! hundreds of short ones. Knows nothing of what is copied.

use walrus::ir::ExtendedLoad::ZeroExtend;
use walrus::ir::{BinaryOp, Call, Instr, InstrSeq, LoadKind, MemArg, StoreKind, VisitorMut, dfs_pre_order_mut};
use walrus::{FunctionBuilder, FunctionId, InstrSeqBuilder, LocalId, MemoryId, Module, ValType};

/// Bytes that are read and written at once.
#[derive(Clone, Copy)]
struct Piece {
    len: i32,
    load: LoadKind,
    store: StoreKind,
    kind: ValType,
}

impl Piece {
    const fn new(len: i32, load: LoadKind, store: StoreKind, kind: ValType) -> Self {
        Self { len, load, store, kind }
    }
}

/// From the longest to the shortest.
const PIECES: [Piece; 5] = [
    Piece::new(16, LoadKind::V128, StoreKind::V128, ValType::V128),
    Piece::new(8, LoadKind::I64 { atomic: false }, StoreKind::I64 { atomic: false }, ValType::I64),
    Piece::new(4, LoadKind::I32 { atomic: false }, StoreKind::I32 { atomic: false }, ValType::I32),
    Piece::new(2, LoadKind::I32_16 { kind: ZeroExtend }, StoreKind::I32_16 { atomic: false }, ValType::I32),
    Piece::new(1, LoadKind::I32_8 { kind: ZeroExtend }, StoreKind::I32_8 { atomic: false }, ValType::I32),
];
/// The most bytes that are copied within the module, which is two of the longest pieces.
const SHORT: i32 = 32;

/// Replaces each copy that the engine makes by a call of a function, which leaves to the engine what is long.
pub(crate) fn keep_short_ones(module: &mut Module) {
    let Some(memory) = module.memories.iter().next().map(walrus::Memory::id) else { return };
    let mut calls = Calls { copy: copy(module, memory) };
    for (id, function) in module.funcs.iter_local_mut() {
        if id != calls.copy {
            let entry = function.entry_block();
            dfs_pre_order_mut(&mut calls, function, entry);
        }
    }
}

struct Calls {
    copy: FunctionId,
}

impl VisitorMut for Calls {
    fn start_instr_seq_mut(&mut self, sequence: &mut InstrSeq) {
        for (instruction, _) in &mut sequence.instrs {
            if matches!(instruction, Instr::MemoryCopy(_)) {
                *instruction = Call { func: self.copy }.into();
            }
        }
    }
}

/// Adds the function, which copies the first and the last bytes with the longest piece that is not too long: the two may
/// overlap. Both are read before one is written, since what is written may be what is read.
fn copy(module: &mut Module, memory: MemoryId) -> FunctionId {
    let [to, from, len] = [(); 3].map(|()| module.locals.add(ValType::I32));
    let start = MemArg { align: 1, offset: 0 };
    let last_of = |body: &mut InstrSeqBuilder, place: LocalId, piece: Piece| {
        body.local_get(place).local_get(len).binop(BinaryOp::I32Add).i32_const(piece.len).binop(BinaryOp::I32Sub);
    };
    let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32; 3], &[]);
    let mut body = function.func_body();
    let by_engine = |body: &mut InstrSeqBuilder| {
        body.local_get(to).local_get(from).local_get(len).memory_copy(memory, memory).return_();
    };
    body.local_get(len).i32_const(SHORT).binop(BinaryOp::I32GtU).if_else(None, by_engine, |_| {});
    for piece in PIECES {
        let [first, last] = [(); 2].map(|()| module.locals.add(piece.kind));
        let by_piece = |body: &mut InstrSeqBuilder| {
            body.local_get(from).load(memory, piece.load, start).local_set(first);
            last_of(body, from, piece);
            body.load(memory, piece.load, start).local_set(last);
            body.local_get(to).local_get(first).store(memory, piece.store, start);
            last_of(body, to, piece);
            body.local_get(last).store(memory, piece.store, start).return_();
        };
        body.local_get(len).i32_const(piece.len).binop(BinaryOp::I32GeU).if_else(None, by_piece, |_| {});
    }
    function.finish(vec![to, from, len], &mut module.funcs)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use walrus::{FunctionBuilder, Module, ValType};

    /// Copies up to 40 bytes to places apart and to places that overlap, and compares with what the engine does.
    const COMPARE: &str = "
        import { readFileSync } from 'node:fs';
        const { instance } = await WebAssembly.instantiate(readFileSync(process.argv.at(-1)));
        const { memory, copy } = instance.exports;
        const bytes = new Uint8Array(memory.buffer, 0, 128);
        for (let len = 0; len <= 40; len++) {
            for (const [to, from] of [[64, 0], [0, 64], [3, 0], [0, 3], [17, 1], [1, 17], [5, 5]]) {
                const before = bytes.map((_, at) => at + len);
                bytes.set(before);
                copy(to, from, len);
                if (!Buffer.from(bytes).equals(Buffer.from(before.copyWithin(to, from, from + len)))) {
                    throw new Error(`${len} from ${from} to ${to}`);
                }
            }
        }";

    #[test]
    fn what_is_copied_is_what_the_engine_copies() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let [to, from, len] = [(); 3].map(|()| module.locals.add(ValType::I32));
        let mut copy = FunctionBuilder::new(&mut module.types, &[ValType::I32; 3], &[]);
        copy.func_body().local_get(to).local_get(from).local_get(len).memory_copy(memory, memory);
        let copy = copy.finish(vec![to, from, len], &mut module.funcs);
        module.exports.add("memory", memory);
        module.exports.add("copy", copy);
        super::keep_short_ones(&mut module);
        let wasm = std::env::temp_dir().join(format!("newsprint-copies-{}.wasm", std::process::id()));
        module.emit_wasm_file(&wasm).unwrap();
        let mut node = Command::new("node");
        let node = node.args(["--input-type=module", "--eval", COMPARE]).arg(&wasm).output().unwrap();
        std::fs::remove_file(wasm).unwrap();
        assert!(node.status.success(), "{}", String::from_utf8_lossy(&node.stderr));
    }
}
