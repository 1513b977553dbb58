//! Which column of a list is what.

use super::Table;
use host::Fields;
use proto::event::{Form, Question};
use std::collections::BTreeMap;

/// What a list can tell of somebody.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'w> {
    pub(crate) questions: &'w [Question],
    /// The ways of taking part, where there are several.
    pub(crate) forms: &'w [Form],
}

/// What a column can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meaning {
    Name,
    FirstName,
    LastName,
    Email,
    /// How they take part.
    Form,
    /// The answer to the question at this place in the form.
    Question(usize),
}

/// What columns with names and addresses are called, in the languages of the forms that people here use.
const NAMES: [&str; 11] = [
    "name",
    "full name",
    "navn",
    "fullt navn",
    "fullstendig navn",
    "namn",
    "fullt namn",
    "fullständigt namn",
    "deltaker",
    "deltakar",
    "deltagare",
];
const FIRST_NAMES: [&str; 5] = ["first name", "given name", "fornavn", "fornamn", "förnamn"];
const LAST_NAMES: [&str; 6] = ["last name", "surname", "family name", "etternavn", "etternamn", "efternamn"];
const ADDRESSES: [&str; 13] = [
    "email",
    "e-mail",
    "email address",
    "e-mail address",
    "e-post",
    "epost",
    "e-postadresse",
    "epostadresse",
    "e-postadressa",
    "epostadressa",
    "e-postadress",
    "mejl",
    "mejladress",
];

/// What columns are called that say how somebody takes part; longer questions begin so.
const FORMS: [&str; 10] = [
    "form of attendance",
    "attendance",
    "how will you",
    "deltaking",
    "deltakelse",
    "deltakarform",
    "deltakerform",
    "deltagande",
    "korleis vil du delta",
    "hvordan vil du delta",
];
/// What stands in them, or what that begins with.
const IN_PERSON: [&str; 10] = [
    "in person",
    "in_person",
    "on site",
    "on-site",
    "fysisk",
    "på staden",
    "på stedet",
    "på plats",
    "møter opp",
    "oppmøte",
];
const ONLINE: [&str; 8] = ["online", "digital", "på nett", "nett", "strøym", "strøm", "ström", "webinar"];

/// The form that a cell means.
pub(super) fn form(cell: &str) -> Option<Form> {
    let cell = plain(cell);
    let begins = |words: &[&str]| words.iter().any(|word| cell.starts_with(word));
    match (begins(&IN_PERSON), begins(&ONLINE)) {
        (true, false) => Some(Form::InPerson),
        (false, true) => Some(Form::Online),
        _ => None,
    }
}

impl Meaning {
    /// All that there are.
    pub(crate) fn all(wanted: Wanted<'_>) -> Vec<Self> {
        let own = [Self::Name, Self::FirstName, Self::LastName, Self::Email];
        let form = (wanted.forms.len() > 1).then_some(Self::Form);
        own.into_iter().chain(form).chain((0..wanted.questions.len()).map(Self::Question)).collect()
    }

    /// The name of the field that says which column it is.
    pub(crate) fn field(self, questions: &[Question]) -> String {
        match self {
            Self::Name => "col-name".to_owned(),
            Self::FirstName => "col-first-name".to_owned(),
            Self::LastName => "col-last-name".to_owned(),
            Self::Email => "col-email".to_owned(),
            Self::Form => "col-form".to_owned(),
            Self::Question(place) => {
                format!("col-q-{}", questions.get(place).map_or("", |question| question.key.as_str()))
            }
        }
    }

    /// Whether a column with this heading is likely to be it.
    fn is_called(self, questions: &[Question], heading: &str) -> bool {
        let heading = plain(heading);
        match self {
            Self::Name => NAMES.contains(&heading.as_str()),
            Self::FirstName => FIRST_NAMES.contains(&heading.as_str()),
            Self::LastName => LAST_NAMES.contains(&heading.as_str()),
            Self::Email => ADDRESSES.contains(&heading.as_str()),
            Self::Form => FORMS.iter().any(|form| heading.starts_with(form)),
            Self::Question(place) => questions.get(place).is_some_and(|question| {
                plain(&question.key) == heading || question.label.0.values().any(|label| plain(label) == heading)
            }),
        }
    }
}

/// Without what forms put around a heading: case, stars, question marks.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim().trim_end_matches(['*', ':', '?', '.', ' ']);
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Where what stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Columns(BTreeMap<Meaning, usize>);

impl Columns {
    /// What the headings say. Of several with the same name the first that holds anything: Forms has an empty "Name" of its own
    /// before the one that was asked for, and "anonymous" for an address.
    pub(crate) fn guessed(table: &Table, wanted: Wanted<'_>) -> Self {
        let holds = |at: usize, meaning| {
            let mut cells = table.rows.iter().filter_map(|row| row.cells.get(at));
            cells.any(|cell| match meaning {
                Meaning::Email => cell.contains('@'),
                Meaning::Form => form(cell).is_some(),
                _ => !cell.is_empty(),
            })
        };
        let mut found = BTreeMap::new();
        for meaning in Meaning::all(wanted) {
            let mut called = (0..table.head.len()).filter(|at| meaning.is_called(wanted.questions, &table.head[*at]));
            if let Some(at) = called.find(|at| holds(*at, meaning)) {
                found.insert(meaning, at);
            }
        }
        Self(found)
    }

    /// As somebody has said. What is no column of the table is none.
    pub(crate) fn typed(table: &Table, wanted: Wanted<'_>, fields: &Fields) -> Self {
        let at = |meaning: Meaning| {
            let at: usize = fields.get(&meaning.field(wanted.questions))?.parse().ok()?;
            (at < table.head.len()).then_some((meaning, at))
        };
        Self(Meaning::all(wanted).into_iter().filter_map(at).collect())
    }

    pub(crate) fn of(&self, meaning: Meaning) -> Option<usize> {
        self.0.get(&meaning).copied()
    }

    /// Without a name and an address nobody can be signed up.
    pub(crate) fn are_enough(&self) -> bool {
        let has = |meaning| self.0.contains_key(&meaning);
        has(Meaning::Email) && (has(Meaning::Name) || has(Meaning::FirstName) || has(Meaning::LastName))
    }
}
