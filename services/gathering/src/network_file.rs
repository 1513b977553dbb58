//! The members of a network as a table: one line for each municipality's time in it.

use crate::network::{Contact, Kind, LanguageForm, Member, Membership};
use crate::organisation_number::OrganisationNumber;
use chrono::NaiveDate;
use event_file::{Problem, is_key};
use proto::Language;
use std::collections::BTreeMap;
use std::fmt::Display;
use tables::{Row, Unreadable};

/// The columns, in the order in which they are written. They may be read in any order.
const COLUMNS: [&str; 16] = [
    "member",
    "kind",
    "name",
    "municipality",
    "organisation_number",
    "language_form",
    "from",
    "to",
    "phase",
    "decided_on",
    "reference",
    "successor",
    "contact_name",
    "contact_email",
    "contact_language",
    "municipality_name",
];
/// Without these nothing can be told.
const NEEDED: [&str; 5] = ["member", "kind", "name", "municipality", "from"];

/// What is known of municipalities.
pub(crate) trait Municipalities {
    /// The name of the municipality with this number, now or once.
    fn name(&self, number: &str) -> Option<String>;
}

/// Reads the members of a network, or tells everything that is wrong, each with its line.
pub(crate) fn read(bytes: &[u8], file: &str, known: &impl Municipalities) -> Result<Vec<Member>, Vec<Problem>> {
    let mut problems = Problems { file, found: Vec::new() };
    let mut rows = match tables::utf8(bytes).and_then(tables::rows) {
        Ok(rows) => rows,
        Err(Unreadable::NotUtf8 { line }) => {
            problems.add(line, "is not UTF-8: in Excel, save as \"CSV UTF-8\"");
            return Err(problems.found);
        }
        Err(Unreadable::OpenQuote { line }) => {
            problems.add(line, "has a quote that never ends");
            return Err(problems.found);
        }
    };
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        *cell = text::seen(cell).trim().to_owned();
    }
    let Some((head, rows)) = rows.split_first() else {
        problems.add(1, "the file is empty");
        return Err(problems.found);
    };
    let Some(columns) = columns(head, &mut problems) else { return Err(problems.found) };
    let mut members: Vec<Member> = Vec::new();
    let mut lines: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for row in rows {
        if row.cells.len() > head.cells.len() {
            problems.add(
                row.line,
                format_args!("has {} cells, but there are {} columns", row.cells.len(), head.cells.len()),
            );
        }
        let mut line = Line { row, columns: &columns, problems: &mut problems, known };
        line.formulas();
        let member = line.member();
        let membership = line.membership();
        let (Some(member), Some(membership)) = (member, membership) else { continue };
        let at = match members.iter().position(|other| other.key == member.key) {
            Some(at) => {
                agree(&mut members[at], member, row.line, &mut problems);
                at
            }
            None => {
                members.push(member);
                members.len() - 1
            }
        };
        lines.insert((at, members[at].memberships.len()), row.line);
        members[at].memberships.push(membership);
    }
    overlaps(&members, &lines, &mut problems);
    if members.is_empty() && problems.found.is_empty() {
        problems.add(head.line, "there are no members in the file");
    }
    for (at, member) in members.iter().enumerate().filter(|(_, member)| member.kind == Kind::Municipality) {
        let mut numbers: Vec<&str> = member.memberships.iter().map(|m| m.municipality.as_str()).collect();
        numbers.dedup();
        if numbers.len() > 1 {
            let line = lines.get(&(at, 1)).copied().unwrap_or(head.line);
            problems.add(
                line,
                format_args!("`{}` is a municipality, and cannot have several: is it a region?", member.key),
            );
        }
    }
    match problems.found.is_empty() {
        true => Ok(members),
        false => Err(problems.sorted()),
    }
}

/// Writes the members as [`read`] reads them.
pub(crate) fn write(members: &[Member], known: &impl Municipalities) -> String {
    let mut rows: Vec<Vec<String>> = vec![COLUMNS.map(str::to_owned).to_vec()];
    for member in members {
        for membership in &member.memberships {
            let contact = member.contact.as_ref();
            let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            rows.push(vec![
                member.key.clone(),
                member.kind.word().to_owned(),
                member.name.clone(),
                membership.municipality.clone(),
                text(&membership.organisation_number),
                membership.language_form.map(LanguageForm::word).unwrap_or_default().to_owned(),
                day(Some(membership.from)),
                day(membership.to),
                text(&membership.phase),
                day(membership.decided_on),
                text(&membership.reference),
                text(&membership.successor),
                contact.map(|contact| contact.name.clone()).unwrap_or_default(),
                contact.map(|contact| contact.email.clone()).unwrap_or_default(),
                contact.map(|contact| contact.language.code().to_owned()).unwrap_or_default(),
                known.name(&membership.municipality).unwrap_or_default(),
            ]);
        }
    }
    tables::write(rows.iter().map(|row| row.iter().map(String::as_str).collect()))
}

/// Where each column stands, by its name.
fn columns(head: &Row, problems: &mut Problems<'_>) -> Option<BTreeMap<&'static str, usize>> {
    let mut columns = BTreeMap::new();
    for (at, name) in head.cells.iter().enumerate() {
        let name = name.to_lowercase();
        match COLUMNS.iter().find(|column| **column == name) {
            None => problems.add(head.line, format_args!("`{name}` is no column; there are {}", COLUMNS.join(", "))),
            Some(column) if columns.insert(*column, at).is_some() => {
                problems.add(head.line, format_args!("the column `{column}` is there twice"));
            }
            Some(_) => {}
        }
    }
    for needed in NEEDED.into_iter().filter(|needed| !columns.contains_key(needed)) {
        problems.add(head.line, format_args!("the column `{needed}` is missing"));
    }
    problems.found.is_empty().then_some(columns)
}

/// What several lines say of one member must be the same; what only one of them says holds.
fn agree(member: &mut Member, other: Member, line: usize, problems: &mut Problems<'_>) {
    let key = &member.key;
    if member.name != other.name || member.kind != other.kind {
        problems.add(line, format_args!("`{key}` has another name or kind on a line before"));
    }
    match (&member.contact, other.contact) {
        (Some(one), Some(two)) if *one != two => {
            problems.add(line, format_args!("`{key}` has another contact on a line before"));
        }
        (None, Some(contact)) => member.contact = Some(contact),
        _ => {}
    }
}

/// A municipality is in a network once at a time.
fn overlaps(members: &[Member], lines: &BTreeMap<(usize, usize), usize>, problems: &mut Problems<'_>) {
    let mut seen: BTreeMap<&str, Vec<(&Membership, usize)>> = BTreeMap::new();
    for ((member, membership), line) in lines {
        let membership = &members[*member].memberships[*membership];
        seen.entry(&membership.municipality).or_default().push((membership, *line));
    }
    for (municipality, mut all) in seen {
        all.sort_by_key(|(_, line)| *line);
        for (place, (one, line)) in all.iter().enumerate() {
            if let Some((_, first)) = all[..place].iter().find(|(other, _)| other.overlaps(one)) {
                problems.add(*line, format_args!("{municipality} is a member at the same time on line {first}"));
            }
        }
    }
}

struct Problems<'f> {
    file: &'f str,
    found: Vec<Problem>,
}

impl Problems<'_> {
    fn add(&mut self, line: usize, sentence: impl Display) {
        self.found.push(Problem { file: self.file.to_owned(), line, column: 1, sentence: sentence.to_string() });
    }

    fn sorted(mut self) -> Vec<Problem> {
        self.found.sort();
        self.found.dedup();
        self.found
    }
}

const LONGEST: usize = 200;

/// One line, and what is found wrong in it.
struct Line<'l, 'f, M> {
    row: &'l Row,
    columns: &'l BTreeMap<&'static str, usize>,
    problems: &'l mut Problems<'f>,
    known: &'l M,
}

impl<'l, M: Municipalities> Line<'l, '_, M> {
    fn formulas(&mut self) {
        for cell in self.row.cells.iter().filter(|cell| tables::is_formula(cell)) {
            self.add(format_args!("`{cell}` looks like a formula: names, numbers and dates do not begin so"));
        }
        // No database keeps every control character, and no name has one.
        for cell in
            self.row.cells.iter().filter(|cell| cell.chars().count() > LONGEST || cell.contains(char::is_control))
        {
            let begins: String = cell.chars().take(20).filter(|character| !character.is_control()).collect();
            self.add(format_args!("`{begins}…` must be one line of at most {LONGEST} characters"));
        }
    }

    fn add(&mut self, sentence: impl Display) {
        self.problems.add(self.row.line, sentence);
    }

    /// A cell that says something. An apostrophe makes a text of what would be a formula.
    fn cell(&self, column: &str) -> Option<&'l str> {
        let cell = self.row.cells.get(*self.columns.get(column)?)?.as_str();
        let bare = cell.strip_prefix('\'').filter(|bare| tables::is_formula(bare)).unwrap_or(cell);
        (!bare.is_empty()).then_some(bare)
    }

    fn needed(&mut self, column: &str) -> Option<&'l str> {
        let found = self.cell(column);
        if found.is_none() {
            self.add(format_args!("`{column}` is empty"));
        }
        found
    }

    fn member(&mut self) -> Option<Member> {
        let key = self.needed("member");
        if let Some(key) = key.filter(|key| !is_member_key(key)) {
            self.add(format_args!("`{key}` must be small letters a-z, digits and hyphens"));
            return None;
        }
        let kind = self.needed("kind").and_then(|word| {
            let found = Kind::ALL.into_iter().find(|kind| kind.word() == word);
            if found.is_none() {
                self.add(format_args!("`{word}` is neither municipality nor region"));
            }
            found
        });
        let name = self.needed("name");
        let contact = self.contact();
        Some(Member { key: key?.to_owned(), name: name?.to_owned(), kind: kind?, contact, memberships: Vec::new() })
    }

    fn contact(&mut self) -> Option<Contact> {
        let (name, email) = (self.cell("contact_name"), self.cell("contact_email"));
        let language = self.cell("contact_language").and_then(|code| match code.parse::<Language>() {
            Ok(language) => Some(language),
            Err(_) => {
                self.add(format_args!("`{code}` is no language: use nn, nb, sv or en"));
                None
            }
        });
        match (name, email) {
            (None, None) => None,
            (Some(name), Some(email)) if is_address(email) => {
                let language = language.unwrap_or(Language::Nn);
                Some(Contact { name: name.to_owned(), email: email.to_owned(), language })
            }
            (Some(_), Some(email)) => {
                self.add(format_args!("`{email}` is no e-mail address"));
                None
            }
            _ => {
                self.add("a contact needs both a name and an e-mail address");
                None
            }
        }
    }

    fn membership(&mut self) -> Option<Membership> {
        let municipality = self.needed("municipality").and_then(|number| self.municipality(number));
        let organisation_number =
            self.cell("organisation_number").and_then(|typed| match OrganisationNumber::read(typed) {
                Ok(number) => Some(number.as_str().to_owned()),
                Err(why) => {
                    self.add(format_args!("the organisation number `{typed}` {why}"));
                    None
                }
            });
        let language_form = self.cell("language_form").and_then(|word| {
            let found = LanguageForm::ALL.into_iter().find(|form| form.word() == word);
            if found.is_none() {
                self.add(format_args!("`{word}` is no language form: use nn, nb or neutral"));
            }
            found
        });
        let from = self.needed("from").and_then(|text| self.day(text));
        let to = self.cell("to").and_then(|text| self.day(text));
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            self.add(format_args!("it ends on {to}, before it begins on {from}"));
        }
        let decided_on = self.cell("decided_on").and_then(|text| self.day(text));
        let successor = self.cell("successor").and_then(|number| self.municipality(number));
        let text = |column| self.cell(column).map(str::to_owned);
        let (phase, reference) = (text("phase"), text("reference"));
        Some(Membership {
            municipality: municipality?,
            organisation_number,
            language_form,
            from: from?,
            to,
            phase,
            decided_on,
            reference,
            successor,
        })
    }

    /// A number that is known. Spreadsheets drop the leading nought.
    fn municipality(&mut self, typed: &str) -> Option<String> {
        let number = format!("{typed:0>4}");
        if self.known.name(&number).is_none() {
            self.add(format_args!("there is no Norwegian municipality with the number {typed}"));
            return None;
        }
        Some(number)
    }

    fn day(&mut self, text: &str) -> Option<NaiveDate> {
        let read = ["%Y-%m-%d", "%d.%m.%Y"].into_iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
        if read.is_none() {
            self.add(format_args!("`{text}` is no date: write 2027-03-16 or 16.03.2027"));
        }
        read
    }
}

/// Keys of members may hold hyphens, which keys of questions may not.
fn is_member_key(key: &str) -> bool {
    is_key(&key.replace('-', "_"))
}

/// Whether it can be an address at all; whether letters reach it is seen when they are sent.
pub(crate) fn is_address(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let is_plain = |text: &str| {
        !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c))
    };
    text.len() <= 254
        && is_plain(name)
        && is_plain(host)
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
}

#[cfg(test)]
mod tests;
