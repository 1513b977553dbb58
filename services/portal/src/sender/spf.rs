//! Whether the domain lets our servers send in its name (RFC 7208).

use super::{Answer, Answers, Ask, Finding, Kind, Question, Sender, Standing, aligned, answered};
use host::SpfTerm;
use std::net::IpAddr;

/// Terms that make receivers ask the DNS; with more of them a record is not followed (RFC 7208 4.6.4).
const MOST_LOOKUPS: u8 = 10;

/// Why a record cannot be followed to its end.
#[derive(Debug)]
enum Halt {
    Ask(Question),
    Silent,
    Several,
    Faulty,
    TooMany,
    /// It depends on something that only receivers know.
    Unclear,
}

impl From<Ask> for Halt {
    fn from(Ask(question): Ask) -> Self {
        Self::Ask(question)
    }
}

/// What a record says of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Yes { to_anybody: bool },
    No,
    NoRecord,
}

pub(super) fn judge(sender: &Sender, answers: &Answers) -> Result<Finding, Ask> {
    if !aligned(&sender.returns, &sender.domain, false) {
        return Ok(Finding::new(Standing::Unclear, "elsewhere", &sender.returns, Vec::new()));
    }
    let domain = &sender.returns;
    let finding = |standing, word, found: &[String]| Finding::new(standing, word, domain, found.to_vec());
    let records = match answered(answers, domain, Kind::Txt)? {
        Answer::Silent => return Ok(finding(Standing::Unasked, "unasked", &[])),
        Answer::Txt(records) => spf_records(records),
        _ => Vec::new(),
    };
    let record = match records.as_slice() {
        [] => {
            let missing = finding(Standing::Missing, "missing", &[]);
            return Ok(if sender.servers.is_empty() {
                missing
            } else {
                missing.wanting(first_record(&sender.servers))
            });
        }
        [record] => record,
        _ => return Ok(finding(Standing::Bad, "several", &records)),
    };
    if sender.servers.is_empty() {
        return Ok(finding(Standing::Unclear, "servers-unknown", &records));
    }
    let (mut refused, mut to_anybody) = (Vec::new(), false);
    for server in &sender.servers {
        let mut walk = Walk { answers, lookups: 0, passed_over: false };
        let says = match server {
            SpfTerm::Address(address) => walk.says(domain, *address),
            SpfTerm::Include(wanted) => walk.reaches(domain, wanted),
        };
        match says {
            Ok(Says::Yes { to_anybody: open }) => to_anybody |= open,
            Ok(_) if walk.passed_over => return Ok(finding(Standing::Unclear, "unclear", &records)),
            Ok(_) => refused.push(server),
            Err(Halt::Ask(question)) => return Err(Ask(question)),
            Err(Halt::Silent) => return Ok(finding(Standing::Unasked, "unasked", &records)),
            Err(Halt::Unclear) => return Ok(finding(Standing::Unclear, "unclear", &records)),
            Err(Halt::Several) => return Ok(finding(Standing::Bad, "include-several", &records)),
            Err(Halt::Faulty) => return Ok(finding(Standing::Bad, "faulty", &records)),
            Err(Halt::TooMany) => return Ok(finding(Standing::Bad, "too-many", &records)),
        }
    }
    Ok(match (refused.is_empty(), to_anybody) {
        (true, false) => finding(Standing::Good, "allows", &records),
        (true, true) => finding(Standing::Bad, "allows-anybody", &records),
        (false, _) => finding(Standing::Bad, "refuses", &records).wanting(with_terms(record, &refused)),
    })
}

/// The records that are about SPF, among everything that people write into the DNS.
fn spf_records(records: &[String]) -> Vec<String> {
    let is = |record: &&String| record.split(' ').next().is_some_and(|first| first.eq_ignore_ascii_case("v=spf1"));
    records.iter().filter(is).cloned().collect()
}

/// A record for a domain that has none. What else sends for it, only its own people know.
fn first_record(servers: &[SpfTerm]) -> String {
    let terms: Vec<String> = servers.iter().map(ToString::to_string).collect();
    format!("v=spf1 mx {} ~all", terms.join(" "))
}

/// The record with what is missing, before the term that ends it.
fn with_terms(record: &str, missing: &[&SpfTerm]) -> String {
    let terms: Vec<&str> = record.split_whitespace().collect();
    let ends = |term: &&str| {
        let bare = term.trim_start_matches(['+', '-', '~', '?']).to_ascii_lowercase();
        bare == "all" || bare.starts_with("redirect=")
    };
    let at = terms.iter().position(ends).unwrap_or(terms.len());
    let missing: Vec<String> = missing.iter().map(|server| server.to_string()).collect();
    let (before, after) = terms.split_at(at);
    let all = before.iter().copied().chain(missing.iter().map(String::as_str)).chain(after.iter().copied());
    all.collect::<Vec<_>>().join(" ")
}

/// Follows a record and what it includes.
struct Walk<'a> {
    answers: &'a Answers,
    lookups: u8,
    /// A term that would allow somebody could not be judged here.
    passed_over: bool,
}

/// A term of a record, without what stands before it.
enum Term<'r> {
    All,
    Include(&'r str),
    Address(&'r str, Widths),
    Mx(&'r str, Widths),
    Network(IpAddr, u8),
    /// By the name of a server, or of something made up from it.
    Otherwise,
    Redirect(&'r str),
    Nothing,
}

/// How many leading bits of an address count.
#[derive(Clone, Copy)]
struct Widths {
    v4: u8,
    v6: u8,
}

impl Walk<'_> {
    fn says(&mut self, domain: &str, server: IpAddr) -> Result<Says, Halt> {
        let Some(record) = self.record(domain)? else { return Ok(Says::NoRecord) };
        let mut redirect = None;
        for written in record.split_whitespace().skip(1) {
            let (allows, term) = read(written, domain).ok_or(Halt::Faulty)?;
            let matched = match term {
                Term::All => return Ok(if allows { Says::Yes { to_anybody: true } } else { Says::No }),
                Term::Network(network, width) => within(server, network, width),
                Term::Address(name, _) | Term::Mx(name, _) | Term::Include(name) if name.contains('%') => {
                    self.pass_over(allows)?;
                    false
                }
                Term::Include(name) => {
                    self.count()?;
                    match self.says(&name.to_ascii_lowercase(), server)? {
                        // In an included record this only means that whoever it is about is known there.
                        Says::Yes { to_anybody } if allows => return Ok(Says::Yes { to_anybody }),
                        Says::Yes { .. } => true,
                        Says::No => false,
                        Says::NoRecord => return Err(Halt::Faulty),
                    }
                }
                Term::Address(name, widths) => {
                    self.count()?;
                    self.lives_at(&name.to_ascii_lowercase(), server, widths)?
                }
                Term::Mx(name, widths) => {
                    self.count()?;
                    let servers = match answered(self.answers, &name.to_ascii_lowercase(), Kind::Mx)? {
                        Answer::Silent => return Err(Halt::Silent),
                        Answer::Mx(servers) => servers.clone(),
                        _ => Vec::new(),
                    };
                    let mut one = false;
                    for name in servers.iter().take(usize::from(MOST_LOOKUPS)) {
                        one = one || self.lives_at(name, server, widths)?;
                    }
                    one
                }
                Term::Otherwise => {
                    self.pass_over(allows)?;
                    false
                }
                Term::Redirect(name) => {
                    redirect = Some(name);
                    false
                }
                Term::Nothing => false,
            };
            if matched {
                return Ok(if allows { Says::Yes { to_anybody: false } } else { Says::No });
            }
        }
        let Some(name) = redirect else { return Ok(Says::No) };
        if name.contains('%') {
            return Err(Halt::Unclear);
        }
        self.count()?;
        match self.says(&name.to_ascii_lowercase(), server)? {
            Says::NoRecord => Err(Halt::Faulty),
            says => Ok(says),
        }
    }

    /// Whether a record includes another, itself or through those that it includes.
    fn reaches(&mut self, domain: &str, wanted: &str) -> Result<Says, Halt> {
        let Some(record) = self.record(domain)? else { return Ok(Says::NoRecord) };
        for written in record.split_whitespace().skip(1) {
            let (allows, term) = read(written, domain).ok_or(Halt::Faulty)?;
            match term {
                Term::All => return Ok(if allows { Says::Yes { to_anybody: true } } else { Says::No }),
                Term::Include(name) | Term::Redirect(name) if name.contains('%') => self.passed_over = true,
                Term::Include(name) | Term::Redirect(name) if allows => {
                    self.count()?;
                    let name = name.to_ascii_lowercase();
                    if name == wanted {
                        return Ok(Says::Yes { to_anybody: false });
                    }
                    if let says @ Says::Yes { .. } = self.reaches(&name, wanted)? {
                        return Ok(says);
                    }
                }
                Term::Address(..) | Term::Mx(..) => self.count()?,
                _ => {}
            }
        }
        Ok(Says::No)
    }

    fn record(&self, domain: &str) -> Result<Option<String>, Halt> {
        let mut records = match answered(self.answers, domain, Kind::Txt)? {
            Answer::Silent => return Err(Halt::Silent),
            Answer::Txt(records) => spf_records(records),
            _ => return Ok(None),
        };
        if records.len() > 1 {
            return Err(Halt::Several);
        }
        Ok(records.pop())
    }

    fn lives_at(&self, name: &str, server: IpAddr, widths: Widths) -> Result<bool, Halt> {
        match answered(self.answers, name.trim_end_matches('.'), Kind::Address)? {
            Answer::Silent => Err(Halt::Silent),
            Answer::Addresses(addresses) => Ok(addresses
                .iter()
                .any(|address| within(server, *address, if address.is_ipv4() { widths.v4 } else { widths.v6 }))),
            _ => Ok(false),
        }
    }

    fn count(&mut self) -> Result<(), Halt> {
        self.lookups += 1;
        if self.lookups > MOST_LOOKUPS { Err(Halt::TooMany) } else { Ok(()) }
    }

    /// Leaves out a term that cannot be judged: at worst it would have allowed us. One that turns somebody away could be about us.
    fn pass_over(&mut self, allows: bool) -> Result<(), Halt> {
        self.count()?;
        self.passed_over = true;
        if allows { Ok(()) } else { Err(Halt::Unclear) }
    }
}

/// Reads a term, and whether it allows. None: no receiver would know what it means.
fn read<'r>(written: &'r str, domain: &'r str) -> Option<(bool, Term<'r>)> {
    let allows = !written.starts_with(['-', '~', '?']);
    let term = written.strip_prefix(['+', '-', '~', '?']).unwrap_or(written);
    let end = term.find([':', '/', '=']).unwrap_or(term.len());
    let (name, rest) = term.split_at(end);
    let name = name.to_ascii_lowercase();
    if let Some(value) = rest.strip_prefix('=') {
        return Some((true, if name == "redirect" { Term::Redirect(value) } else { Term::Nothing }));
    }
    let value = rest.strip_prefix(':').filter(|value| !value.is_empty());
    let term = match name.as_str() {
        "all" if rest.is_empty() => Term::All,
        "include" => Term::Include(value?),
        "a" | "mx" => {
            let (at, widths) = widths(rest)?;
            let at = if at.is_empty() { domain } else { at.strip_prefix(':')? };
            if name == "a" { Term::Address(at, widths) } else { Term::Mx(at, widths) }
        }
        "ip4" => {
            let (address, width) = network(value?, 32)?;
            Term::Network(IpAddr::V4(address.parse().ok()?), width)
        }
        "ip6" => {
            let (address, width) = network(value?, 128)?;
            Term::Network(IpAddr::V6(address.parse().ok()?), width)
        }
        "exists" => value.map(|_| Term::Otherwise)?,
        "ptr" => Term::Otherwise,
        _ => return None,
    };
    Some((allows, term))
}

fn network(written: &str, all: u8) -> Option<(&str, u8)> {
    match written.split_once('/') {
        None => Some((written, all)),
        Some((address, width)) => Some((address, width.parse().ok().filter(|width| *width <= all)?)),
    }
}

/// What stands before the widths, and the widths: `:mail.example.no/24//64`.
fn widths(written: &str) -> Option<(&str, Widths)> {
    let (before, v6) = match written.split_once("//") {
        Some((before, width)) => (before, width.parse().ok().filter(|width| *width <= 128)?),
        None => (written, 128),
    };
    let (before, v4) = network(before, 32)?;
    Some((before, Widths { v4, v6 }))
}

/// True when the first bits of two addresses of one kind are the same.
fn within(one: IpAddr, other: IpAddr, width: u8) -> bool {
    match (one, other) {
        (IpAddr::V4(one), IpAddr::V4(other)) => {
            (one.to_bits() ^ other.to_bits()).checked_shr(32 - u32::from(width)).unwrap_or_default() == 0
        }
        (IpAddr::V6(one), IpAddr::V6(other)) => {
            (one.to_bits() ^ other.to_bits()).checked_shr(128 - u32::from(width)).unwrap_or_default() == 0
        }
        _ => false,
    }
}
