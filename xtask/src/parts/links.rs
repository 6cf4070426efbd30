//! What refers to what in a module as the linker leaves it, beside calls; knows relocations (tool conventions of
//! WebAssembly, "Linking"), nothing of parts.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use wasmparser::{
    DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo,
};

/// What a datum refers to.
#[derive(Default)]
pub(crate) struct References {
    /// Data, by their places in [`Links::data`].
    pub(crate) data: BTreeSet<usize>,
    /// Functions whose address is taken, by name.
    pub(crate) functions: BTreeSet<String>,
}

/// Data by the addresses that are written for them. What is behind one may be the first of the next.
pub(crate) type Addresses = BTreeMap<u32, BTreeSet<usize>>;

/// What the code of a function takes the address of.
#[derive(Default)]
pub(crate) struct Taken {
    pub(crate) addresses: Addresses,
    /// Functions, by name.
    pub(crate) functions: BTreeSet<String>,
}

/// A constant or a variable of the program.
pub(crate) struct Datum {
    /// Its first address.
    pub(crate) start: u32,
    /// The address behind it.
    pub(crate) end: u32,
    /// What it refers to.
    pub(crate) references: References,
}

/// All references of a module.
pub(crate) struct Links {
    /// All data, by address.
    pub(crate) data: Vec<Datum>,
    /// What the addresses in the code stand for.
    pub(crate) addresses: Addresses,
    /// What the function of a name refers to; of several of one name, what all of them do.
    pub(crate) functions: BTreeMap<String, Taken>,
}

/// Where a segment of data is: its address, and its offset in the section.
struct Segment {
    address: u32,
    offset: u32,
    length: u32,
}

/// The sections of a module that say what refers to what.
#[derive(Default)]
struct Sections<'a> {
    names: BTreeMap<u32, &'a str>,
    symbols: Vec<SymbolInfo<'a>>,
    imports: u32,
    /// Where the body of each function ends in its section, in the order of the functions.
    bodies: Vec<u32>,
    segments: Vec<Segment>,
    /// By the section they are about: the code, and the data.
    code: Vec<RelocationEntry>,
    data: Vec<RelocationEntry>,
}

/// Reads the references of a module that was linked with `--emit-relocs`.
pub(crate) fn read(module: &[u8]) -> Result<Links> {
    let sections = Sections::read(module)?;
    let mut links = Links { data: sections.data()?, addresses: Addresses::new(), functions: BTreeMap::new() };
    for entry in &sections.code {
        let body = sections.bodies.partition_point(|end| *end <= entry.offset);
        let index = sections.imports + u32::try_from(body)?;
        let name = sections.names.get(&index).context("a function has no name")?;
        let target = links.target(&sections, *entry)?;
        let taken = links.functions.entry((*name).to_owned()).or_default();
        match target {
            Target::Datum(place, address) => {
                links.addresses.entry(address).or_default().insert(place);
                taken.addresses.entry(address).or_default().insert(place);
            }
            Target::Function(function) => {
                taken.functions.insert(function);
            }
            Target::Other => {}
        }
    }
    for entry in &sections.data {
        let segment = sections.segments.iter().rev().find(|segment| segment.offset <= entry.offset);
        let segment = segment.context("a relocation is outside of the data")?;
        let from = links.place_of(segment.address + entry.offset - segment.offset)?;
        let target = links.target(&sections, *entry)?;
        let Some(references) = links.data.get_mut(from).map(|datum| &mut datum.references) else { continue };
        match target {
            Target::Datum(place, _) => {
                references.data.insert(place);
            }
            Target::Function(function) => {
                references.functions.insert(function);
            }
            Target::Other => {}
        }
    }
    Ok(links)
}

/// What one relocation refers to.
enum Target {
    /// A datum, by its place, and the address that is written.
    Datum(usize, u32),
    /// The address of a function, by its name.
    Function(String),
    /// A call, which the code says as well, or what begins as zeros, which no segment has.
    Other,
}

impl Links {
    fn place_of(&self, address: u32) -> Result<usize> {
        let place = self.data.partition_point(|datum| datum.end <= address);
        let found = self.data.get(place).filter(|datum| datum.start <= address);
        found.map(|_| place).with_context(|| format!("nothing is at the address {address}"))
    }

    fn target(&self, sections: &Sections<'_>, entry: RelocationEntry) -> Result<Target> {
        let is_type = matches!(entry.ty, RelocationType::TypeIndexLeb);
        let symbol = sections.symbols.get(usize::try_from(entry.index)?).filter(|_| !is_type);
        Ok(match symbol {
            Some(SymbolInfo::Data { symbol: Some(defined), .. }) => {
                let segment = sections.segments.get(usize::try_from(defined.index)?);
                match segment.filter(|segment| defined.offset < segment.length) {
                    Some(segment) => {
                        let start = segment.address + defined.offset;
                        Target::Datum(self.place_of(start)?, u32::try_from(i64::from(start) + entry.addend)?)
                    }
                    None => Target::Other,
                }
            }
            Some(SymbolInfo::Func { index, .. }) if entry.ty != RelocationType::FunctionIndexLeb => {
                Target::Function((*sections.names.get(index).context("a function has no name")?).to_owned())
            }
            _ => Target::Other,
        })
    }
}

impl<'a> Sections<'a> {
    fn read(module: &'a [u8]) -> Result<Self> {
        let mut sections = Self::default();
        let (mut code, mut places) = (0, Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            if let Payload::ImportSection(imports) = &payload {
                sections.imports = imports.count();
            } else if let Payload::CodeSectionStart { range, .. } = &payload {
                code = range.start;
            } else if let Payload::CodeSectionEntry(body) = &payload {
                sections.bodies.push(u32::try_from(body.range().end - code)?);
            } else if let Payload::DataSection(reader) = payload {
                sections.read_segments(reader)?;
            } else if let Payload::CustomSection(custom) = payload {
                let known = custom.as_known();
                if let KnownCustom::Name(names) = known {
                    sections.read_names(names)?;
                } else if let KnownCustom::Linking(linking) = known {
                    sections.read_symbols(linking)?;
                } else if let KnownCustom::Reloc(relocations) = known {
                    places.push((custom.name(), relocations));
                }
            }
        }
        for (name, relocations) in places {
            let entries = relocations.entries().into_iter().collect::<Result<Vec<_>, _>>()?;
            match name {
                "reloc.CODE" => sections.code = entries,
                "reloc.DATA" => sections.data = entries,
                _ => {}
            }
        }
        Ok(sections)
    }

    fn read_segments(&mut self, reader: wasmparser::DataSectionReader<'_>) -> Result<()> {
        let start = reader.range().start;
        for data in reader {
            let data = data?;
            let DataKind::Active { offset_expr, .. } = data.kind else { continue };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { continue };
            self.segments.push(Segment {
                address: u32::try_from(value)?,
                offset: u32::try_from(data.range.end - data.data.len() - start)?,
                length: u32::try_from(data.data.len())?,
            });
        }
        Ok(())
    }

    fn read_names(&mut self, names: wasmparser::NameSectionReader<'a>) -> Result<()> {
        for names in names {
            let Name::Function(functions) = names? else { continue };
            for function in functions {
                let function = function?;
                self.names.insert(function.index, function.name);
            }
        }
        Ok(())
    }

    fn read_symbols(&mut self, linking: wasmparser::LinkingSectionReader<'a>) -> Result<()> {
        for table in linking.subsections() {
            let Linking::SymbolTable(symbols) = table? else { continue };
            self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
        }
        Ok(())
    }

    /// Returns the data by address; what overlaps is one.
    fn data(&self) -> Result<Vec<Datum>> {
        let mut ranges = Vec::new();
        for symbol in &self.symbols {
            let SymbolInfo::Data { symbol: Some(defined), .. } = symbol else { continue };
            let Some(segment) = self.segments.get(usize::try_from(defined.index)?) else { continue };
            let start = segment.address + defined.offset;
            let end = (start + defined.size).min(segment.address + segment.length);
            ranges.push((start, end.max(start + 1)));
        }
        ranges.sort_unstable();
        let mut data: Vec<Datum> = Vec::new();
        for (start, end) in ranges {
            match data.last_mut() {
                Some(last) if start < last.end => last.end = last.end.max(end),
                _ => data.push(Datum { start, end, references: References::default() }),
            }
        }
        Ok(data)
    }
}
