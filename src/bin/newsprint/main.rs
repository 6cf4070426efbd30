//! The command line: it reads arguments and files and calls the library; it knows nothing of how articles are made.

mod files;
mod report;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use newsprint::model::{Language, Url};
use newsprint::read::{Context, FORMATS, Format, References, Sanity};
use newsprint::view::{Contents, Header, Level, Prefix, UpdateThreshold};
use newsprint::{JsonLd, Options, Reading, canonical, jsonld, text, view};

use files::Input;
use report::Report;

/// Reads a news article in the format a publisher has it in and renders accessible HTML, with captions and credits done
/// right.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Newsprint {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Render an article
    Render(Render),
    /// Say what is wrong with an article; exits with 1 if there are errors
    Check(Check),
    /// Say which format an article is in
    Detect {
        /// The article; `-` for standard input
        file: Input,
    },
    /// List the formats
    Formats,
}

#[derive(Args)]
struct Render {
    #[command(flatten)]
    source: Source,
    /// What to write
    #[arg(long, value_enum, default_value_t, value_name = "OUTPUT")]
    to: Output,
    /// The level of the headline, 1 to 6; the headings of the body follow it
    #[arg(long, value_name = "N", default_value = "1", value_parser = level)]
    heading_level: Level,
    /// What the identifiers begin with after `np-`, for pages with several articles
    #[arg(long, value_name = "NAME", value_parser = prefix)]
    id_prefix: Option<Prefix>,
    /// The parts of the header in their order, such as `headline,byline,dates`; all but the reading time if not given
    #[arg(long, value_name = "PARTS", value_parser = header)]
    header: Option<Header>,
    /// Show a table of contents before the body
    #[arg(long)]
    contents: bool,
    /// How many minutes after publication a change counts as an update
    #[arg(long, value_name = "MINUTES", default_value = "1")]
    update_threshold: u32,
    /// A credit that is not shown, such as that of the house's own photographers; can be given several times
    #[arg(long = "own-credit", value_name = "CREDIT")]
    own_credits: Vec<String>,
    /// A word to say in another way, such as `notes=Endnotes`; can be given several times
    #[arg(long = "word", value_name = "NAME=TEXT", value_parser = word)]
    words: Vec<(String, String)>,
    /// Put JSON-LD about the article into the head of the page
    #[arg(long)]
    json_ld: bool,
    /// Where to write; standard output if it is not given
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Args)]
struct Check {
    #[command(flatten)]
    source: Source,
    /// Write the findings as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Source {
    /// The article; `-` for standard input
    file: Input,
    /// The article's format; found by its shape if it is not given
    #[arg(long, value_name = "FORMAT", value_parser = newsprint::read::format)]
    from: Option<&'static Format>,
    /// The article's language, whatever it says itself
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<Language<'static>>,
    /// The address that relative addresses in the article are relative to
    #[arg(long, value_name = "URL", value_parser = base)]
    base: Option<Url<'static>>,
    /// Where Sanity keeps the article's pictures
    #[arg(long, value_name = "PROJECT/DATASET", value_parser = sanity)]
    sanity: Option<Sanity>,
    /// A JSON file that has for each identifier that the article refers to what it stands for
    #[arg(long, value_name = "FILE", value_parser = references)]
    references: Option<References>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Output {
    /// An `article` element, for a page that is there
    #[default]
    Html,
    /// A whole document with the theme
    Page,
    /// Plain text
    Text,
    /// Canonical JSON
    Json,
    /// schema.org JSON-LD
    Jsonld,
}

/// What a command comes to: its exit code, or one sentence on why it could not be carried out.
type Outcome = Result<ExitCode, String>;

fn main() -> ExitCode {
    let outcome = match Newsprint::parse().command {
        Command::Render(render) => render.run(),
        Command::Check(check) => check.run(),
        Command::Detect { file } => detect(&file),
        Command::Formats => formats(),
    };
    outcome.unwrap_or_else(|sentence| {
        report::fail(&sentence);
        ExitCode::from(2)
    })
}

impl Render {
    fn run(self) -> Outcome {
        let view = view::Options {
            heading_level: self.heading_level,
            id_prefix: self.id_prefix.unwrap_or_default(),
            header: self.header.unwrap_or_default(),
            contents: if self.contents { Contents::Shown } else { Contents::Hidden },
            update_threshold: UpdateThreshold(self.update_threshold),
            own_credits: self.own_credits,
            words: self.words,
        };
        let bytes = self.source.file.read()?;
        let options = Options { view, ..self.source.options() };
        let reading = newsprint::read(&bytes, &options).map_err(|error| self.source.file.say(&error))?;
        let json_ld = if self.json_ld { JsonLd::InHead } else { JsonLd::Apart };
        let out = written(&reading, self.to, &options.view, json_ld);
        match &self.output {
            Some(path) => files::write(path, &out)?,
            None => print(&out)?,
        }
        report::summary(&self.source.file, &reading.findings());
        Ok(ExitCode::SUCCESS)
    }
}

fn written(reading: &Reading<'_>, to: Output, options: &view::Options, json_ld: JsonLd) -> String {
    match to {
        Output::Html => reading.html(options),
        Output::Page => reading.page(options, json_ld),
        Output::Text => text::write(&reading.article),
        Output::Json => canonical::write(&reading.article) + "\n",
        Output::Jsonld => jsonld::write(&reading.article),
    }
}

impl Check {
    fn run(self) -> Outcome {
        let bytes = self.source.file.read()?;
        let reading = newsprint::read(&bytes, &self.source.options()).map_err(|error| self.source.file.say(&error))?;
        let text = reading.source.text();
        let findings = reading.findings();
        let has_errors =
            findings.iter().any(|finding| finding.diagnostic.severity() == newsprint::diagnostic::Severity::Error);
        let report = Report { file: &self.source.file, text, findings: &findings };
        print(&if self.json { report.json() } else { report.snippets() })?;
        Ok(if has_errors { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

fn detect(file: &Input) -> Outcome {
    let bytes = file.read()?;
    let reading = newsprint::read(&bytes, &Options::default()).map_err(|error| file.say(&error))?;
    print(&format!("{}\n", reading.format.name))?;
    Ok(ExitCode::SUCCESS)
}

fn formats() -> Outcome {
    let width = FORMATS.iter().map(|format| format.name.len()).max().unwrap_or_default();
    let lines: String = FORMATS.iter().map(|format| format!("{:width$}  {}\n", format.name, format.about)).collect();
    print(&lines)?;
    Ok(ExitCode::SUCCESS)
}

impl Source {
    fn options(&self) -> Options {
        let (base, sanity, references) = (self.base.clone(), self.sanity.clone(), self.references.clone());
        let context = Context { base, sanity, references };
        Options { from: self.from, language: self.lang.clone(), context, ..Options::default() }
    }
}

/// Writes to standard output; a reader that went away, as `head` does, is no failure.
fn print(text: &str) -> Result<(), String> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write to standard output: {error}"))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

fn level(number: &str) -> Result<Level, String> {
    number.parse().ok().and_then(Level::new).ok_or_else(|| "a heading has a level from 1 to 6".to_owned())
}

fn prefix(name: &str) -> Result<Prefix, String> {
    Prefix::new(name).ok_or_else(|| "a prefix has 1 to 32 letters, digits, `-` and `_`".to_owned())
}

fn language(tag: &str) -> Result<Language<'static>, String> {
    Language::parse(tag.to_owned()).ok_or_else(|| "a language has a tag such as `en`, `pt-BR` or `zh-Hant`".to_owned())
}

fn base(address: &str) -> Result<Url<'static>, String> {
    let url = Url::parse(address.to_owned()).ok().filter(|url| url.host().is_some());
    url.ok_or_else(|| "a base is an address such as `https://example.org/news/ferry`".to_owned())
}

fn sanity(names: &str) -> Result<Sanity, String> {
    let named = names.split_once('/').and_then(|(project, dataset)| Sanity::new(project, dataset));
    named.ok_or_else(|| "a project and its dataset are given as in `ab12cd34/production`".to_owned())
}

fn references(path: &str) -> Result<References, String> {
    let json = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    References::parse(json).map_err(|error| format!("it is not JSON: at byte {}: {error}", error.offset))
}

fn header(names: &str) -> Result<Header, String> {
    Header::parse(names.split(',').map(str::trim)).map_err(|name| format!("`{name}` is no part of the header"))
}

fn word(given: &str) -> Result<(String, String), String> {
    let (name, text) = given.split_once('=').ok_or("a word is given as its name, `=` and its text")?;
    view::word(name, text).map_err(|error| error.to_string())
}
