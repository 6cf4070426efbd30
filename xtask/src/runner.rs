//! Runs a wasm test binary in Node or a browser; knows nothing of Newsprint.

fn main() {
    let run = wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os());
    if let Err(error) = run {
        eprintln!("{error:#}");
        std::process::exit(1);
    }
}
