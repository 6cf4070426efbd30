//! Files in and out; it knows paths and limits, not what is in the files.

use std::convert::Infallible;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use newsprint::read::{Error, LONGEST};

/// Where an article comes from.
#[derive(Clone)]
pub(crate) enum Input {
    StandardInput,
    File(PathBuf),
}

impl FromStr for Input {
    type Err = Infallible;

    fn from_str(argument: &str) -> Result<Self, Infallible> {
        Ok(if argument == "-" { Self::StandardInput } else { Self::File(argument.into()) })
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StandardInput => f.write_str("standard input"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

impl Input {
    /// The bytes, up to one more than an article may have: the library says that there are too many.
    pub(crate) fn read(&self) -> Result<Vec<u8>, String> {
        let limit = LONGEST as u64 + 1;
        let mut bytes = Vec::new();
        let read = match self {
            Self::StandardInput => io::stdin().take(limit).read_to_end(&mut bytes),
            Self::File(path) if path.is_dir() => return Err(format!("cannot read `{self}`: it is a directory")),
            Self::File(path) => File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)),
        };
        read.map_err(|error| format!("cannot read `{self}`: {}", reason(&error)))?;
        Ok(bytes)
    }

    pub(crate) fn say(&self, error: &Error) -> String {
        format!("cannot read `{self}`: {error}")
    }
}

/// Writes a file as a whole or not at all: beside its place first, then into it. What is no file, such as a pipe or
/// `/dev/null`, is written to where it is, and so is what a link leads to.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    let say = |error: io::Error| format!("cannot write `{}`: {}", path.display(), reason(&error));
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = path.file_name().filter(|_| !path.is_dir());
    let name = name.ok_or_else(|| format!("cannot write `{}`: it is a directory", path.display()))?;
    if path.exists() && !path.is_file() {
        return fs::write(path, text).map_err(say);
    }
    let beside = path.with_file_name(format!(".{}.{}", name.to_string_lossy(), std::process::id()));
    fs::write(&beside, text).and_then(|()| fs::rename(&beside, path)).map_err(|error| {
        // What is half written is of no use; that it cannot be removed adds nothing to the error.
        let _ = fs::remove_file(&beside);
        say(error)
    })
}

fn reason(error: &io::Error) -> String {
    let kind = error.kind();
    if kind == io::ErrorKind::NotFound {
        "there is no such file or folder".to_owned()
    } else if kind == io::ErrorKind::PermissionDenied {
        "permission denied".to_owned()
    } else {
        error.to_string()
    }
}
