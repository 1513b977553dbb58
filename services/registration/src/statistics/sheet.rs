//! The numbers as one table for spreadsheets: a line for each number.

use super::{FEW, Kind, Label, Place, Statistics};
use proto::Language;
use tables::{Cell, Sheet};
use text::Text;

/// Every number of the page.
pub(crate) fn sheet(statistics: &Statistics, language: Language, text: &Text) -> Sheet {
    let say = |key: &str| text.word(language, key, &[]);
    let few = text.word(language, "reg-numbers-few", &[("n", FEW.into())]);
    let mut rows = Vec::new();
    let mut row = |table: &str, line: Cell, what: &str, number: Option<u32>| {
        let number = number.map_or_else(|| Cell::Text(few.clone()), Cell::Number);
        rows.push(vec![Cell::Text(table.to_owned()), line, Cell::Text(say(what)), number]);
    };
    let now = say("reg-numbers-now");
    let totals = &statistics.totals;
    for (key, number) in [
        ("reg-list-admitted", totals.admitted),
        ("reg-list-undecided", totals.undecided),
        ("reg-list-waiting", totals.waiting),
        ("reg-list-offered", totals.offered),
        ("reg-list-withdrawn", totals.withdrawn),
        ("reg-list-attended", totals.came),
        ("reg-list-undeliverable", statistics.undeliverable),
    ] {
        row(&now, Cell::Text(String::new()), key, Some(number));
    }
    let time = say("reg-numbers-time");
    for day in &statistics.days {
        for (key, number) in [
            ("reg-numbers-signed-up", day.signed_up),
            ("reg-numbers-withdrew", day.withdrew),
            ("reg-numbers-held", day.held),
        ] {
            row(&time, Cell::Day(day.day), key, Some(number));
        }
    }
    let places = say("reg-numbers-places");
    for place in &statistics.places {
        let label = place.label.get(language).to_owned();
        let label = match place.form {
            Some(form) => format!("{label}, {}", say(&format!("reg-list-form-{form}"))),
            None => label,
        };
        for (key, number) in of_place(place) {
            row(&places, Cell::Text(label.clone()), key, Some(number));
        }
    }
    if let Some(group) = &statistics.invited {
        let table = say("reg-numbers-of-invitation");
        for line in &group.lines {
            if let Label::Word(key) = &line.label {
                row(&table, Cell::Text(say(key)), "reg-numbers-invited", line.people);
            }
        }
    }
    for group in &statistics.groups {
        let own = say(&format!("reg-numbers-of-{}", kind(group.kind)));
        let asked = group.question.as_ref().map(|question| question.get(language).to_owned());
        let table = match (group.kind, asked) {
            (Kind::Answer, Some(asked)) => asked,
            (_, Some(asked)) => format!("{own}: {asked}"),
            (_, None) => own,
        };
        for line in &group.lines {
            let label = match &line.label {
                Label::Word(key) => say(key),
                Label::Option(texts) => texts.get(language).to_owned(),
                Label::Name(name) => name.clone(),
            };
            row(&table, Cell::Text(label.clone()), "reg-numbers-people", line.people);
            if statistics.noted && group.kind != Kind::Attendance {
                row(&table, Cell::Text(label), "reg-numbers-came", line.came);
            }
        }
    }
    let head = ["reg-numbers-table", "reg-numbers-line", "reg-numbers-what", "reg-numbers-number"];
    let head = head.map(say).to_vec();
    Sheet { name: say("reg-numbers-title"), head, rows }
}

fn of_place(place: &Place) -> impl Iterator<Item = (&'static str, u32)> {
    let numbers = [
        ("reg-numbers-capacity", place.capacity),
        ("reg-numbers-taken", Some(place.taken)),
        ("reg-numbers-left", place.left),
        ("reg-numbers-waiting", Some(place.waiting)),
        ("reg-numbers-came", place.came),
    ];
    numbers.into_iter().filter_map(|(key, number)| number.map(|number| (key, number)))
}

/// The end of the key of what a group is called.
const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Attendance => "attendance",
        Kind::Form => "form",
        Kind::Language => "language",
        Kind::Municipality => "municipality",
        Kind::County => "county",
        Kind::Reply => "reply",
        Kind::Invitation => "invitation",
        Kind::Answer => "answer",
    }
}
