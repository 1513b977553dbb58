//! The people of an event as a list to print: who they are, where they come from and where they stand, and nothing else.

use super::{claim_key, form_key, state};
use crate::certificate::Written;
use crate::pdf::table::{Column, Table};
use crate::places::forms;
use crate::store::participants::Selection;
use crate::store::registration;
use crate::store::{claim, count};
use chrono::{DateTime, Utc};
use proto::Language;
use proto::event::Event;
use sea_orm::prelude::Uuid;
use std::collections::HashMap;
use text::Text;

/// What is printed of whom, and what for.
pub(crate) struct Printed<'p> {
    pub(crate) event: &'p Event,
    pub(crate) people: &'p [registration::Model],
    /// How many stand before them on the waiting list, themselves included.
    pub(crate) positions: &'p HashMap<Uuid, u32>,
    /// What they have of what was asked for in the list, if something was.
    pub(crate) claims: &'p HashMap<Uuid, claim::State>,
    pub(crate) selection: &'p Selection,
    pub(crate) why: &'p str,
    pub(crate) at: DateTime<Utc>,
}

/// The list, with its pages numbered by `foot`.
pub(crate) fn table<'f>(
    printed: &Printed<'_>,
    language: Language,
    text: &Text,
    foot: &'f dyn Fn(usize, usize) -> String,
) -> Table<'f> {
    let say = |key: &str| text.word(language, key, &[]);
    let event = printed.event;
    let has_forms = forms(event).len() > 1;
    let choice = printed.selection.choice.and_then(|id| event.choices().find(|pool| pool.id == id));
    let column = |head: String, share| Column { head, share };
    let mut columns = vec![
        column(say("reg-list-number"), 1.2),
        column(say("reg-name"), 6.0),
        column(say("reg-list-organisation"), 5.0),
    ];
    columns.extend(has_forms.then(|| column(say("reg-list-form"), 2.4)));
    columns.extend(choice.map(|pool| column(pool.label.get(language).to_owned(), 3.0)));
    columns.push(column(say("reg-list-state"), 3.0));
    let row = |row: &registration::Model| {
        let mut cells = vec![count(row.seq).to_string(), row.name.clone(), row.organisation.clone()];
        cells.extend(has_forms.then(|| row.form().map(|form| say(form_key(form))).unwrap_or_default()));
        let own = || printed.claims.get(&row.id).copied().and_then(claim_key).map(&say).unwrap_or_default();
        cells.extend(choice.map(|_| own()));
        let stands = say(state(row.state));
        cells.push(match printed.positions.get(&row.id) {
            Some(position) => format!("{stands} ({position})"),
            None => stands,
        });
        cells
    };
    let (heading, zone) = (say("reg-list-title"), event.timezone);
    let when = text.moment(language, printed.at, zone);
    let taken = text.word(language, "reg-export-taken", &[("when", (&when).into()), ("why", printed.why.into())]);
    let title = Written::of(&event.title, language);
    Table {
        document: format!("{heading} – {}", title.text),
        heading,
        about: title,
        lines: vec![text.when(language, event.starts_at, event.ends_at, zone), taken],
        columns,
        names: 1,
        rows: printed.people.iter().map(row).collect(),
        foot,
        language,
        at: printed.at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;
    use crate::pdf::reading::{read_by, text_of};
    use crate::pdf::table::draw;
    use crate::store::registration::State;

    fn person(number: i64, name: &str, state: State) -> registration::Model {
        registration::Model { seq: number, name: name.to_owned(), state, ..sample::somebody() }
    }

    #[test]
    fn a_printed_list_is_read_as_a_table_with_headings_and_numbered_pages() {
        let known = sample::known();
        let mut people: Vec<_> = (3..=90).map(|number| person(number, "Kari Nordmann", State::Admitted)).collect();
        let long = "Sentrumsbustadutviklingsavtaleføresegnstolking ".repeat(4);
        people.insert(0, person(1, &long, State::Withdrawn));
        people.insert(1, person(2, "=1+1 <b>Åse</b> Ødegård", State::Waiting));
        people[1].id = Uuid::from_u128(7);
        let text = Text::new();
        for language in Language::ALL {
            let printed = Printed {
                event: &known.event,
                people: &people,
                positions: &HashMap::from([(Uuid::from_u128(7), 4)]),
                claims: &HashMap::new(),
                selection: &Selection::default(),
                why: "Liste i døra",
                at: known.event.starts_at,
            };
            let foot = |page: usize, pages: usize| format!("{page}/{pages}");
            let file = draw(&table(&printed, language, &text, &foot)).unwrap();
            let tags = read_by("pdfinfo", &["-struct-text", "-"], &file);
            for tag in ["H1", "Table", "TR", "TH", "TD"] {
                assert!(tags.contains(tag), "no {tag}:\n{tags}");
            }
            let name = text.word(language, "reg-name", &[]);
            assert_eq!(tags.matches(&format!("\"{name}\"")).count(), 1, "headings are read aloud once");
            let read = text_of(&file);
            assert_eq!(read.matches("Kari Nordmann").count(), 88);
            let unbroken = read.replace(' ', "");
            assert_eq!(unbroken.matches("Sentrumsbustadutviklingsavtaleføresegnstolking").count(), 4);
            let waits = format!("{} (4)", text.word(language, "reg-list-state-waiting", &[]));
            for part in ["=1+1 <b>Åse</b> Ødegård", "Liste i døra", "1/3", "3/3", &waits] {
                assert!(read.contains(part), "no {part:?}: {read}");
            }
            let about = read_by("pdfinfo", &["-"], &file);
            assert!(about.contains("Tagged:          yes") && about.contains("(A4)"), "{about}");
            assert!(String::from_utf8_lossy(&file).contains("<pdfuaid:part>1</pdfuaid:part>"));
        }
    }
}
