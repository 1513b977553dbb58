//! Every face of the page.

use super::{CoveragePage, Typed};
use crate::coverage::{Asked, Held, Report, report};
use crate::network::{Kind, Member, Membership};
use crate::taking_part::{Basis, Count};
use chrono::{DateTime, NaiveDate, Utc};
use host::{Choice, FieldError, Page};
use proto::{Language, Localised};
use std::collections::BTreeMap;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

fn member(key: &str, name: &str, numbers: &[&str]) -> Member {
    let membership = |number: &&str| Membership {
        municipality: (*number).to_owned(),
        organisation_number: None,
        language_form: None,
        from: day("2015-07-01"),
        to: None,
        phase: Some("Fase <2>".to_owned()),
        decided_on: None,
        reference: None,
        successor: None,
    };
    let memberships = numbers.iter().map(membership).collect();
    Member { key: key.to_owned(), name: name.to_owned(), kind: Kind::Region, contact: None, memberships }
}

fn count(member: &str, municipality: &str, role: &str, came: u32) -> Count {
    Count {
        member: member.to_owned(),
        municipality: municipality.to_owned(),
        role: role.to_owned(),
        signed_up: came + 1,
        came,
    }
}

fn held(on: &str, basis: Basis, counts: Vec<Count>) -> Held {
    let starts_at: DateTime<Utc> = format!("{on}T09:00:00Z").parse().unwrap_or_default();
    Held {
        slug: format!("samling-{on}"),
        title: Localised::from([(Language::Nn, "Samling for <byregionar>")]),
        starts_at,
        ends_at: starts_at,
        timezone: "Europe/Oslo".to_owned(),
        day: day(on),
        basis,
        only: None,
        counts,
        invited: BTreeMap::new(),
    }
}

fn example() -> Report {
    let members = [
        member("namdal", "Region <Namdal>", &["5007", "5060"]),
        member("lofoten", "Aust-Lofoten med eit namn som er så langt at det må brytast", &["1865"]),
        member("alta", "Byregion Alta", &["5601", "5603"]),
    ];
    let all = [
        held("2026-04-27", Basis::Came, vec![count("namdal", "5007", "elected", 2), count("", "", "", 3)]),
        held(
            "2026-10-27",
            Basis::SignedUp,
            vec![
                count("namdal", "", "leadership", 1),
                count("lofoten", "1865", "professional", 3),
                count("lofoten", "1865", "other", 12),
            ],
        ),
    ];
    let names = |number: &str| Some(format!("Kommune {number}"));
    report(&all, &members, &Asked::default(), names)
}

impl Page for CoveragePage {
    const TEMPLATE: &'static str = "gathering/coverage.html";

    fn samples() -> Vec<Self> {
        let choice = |value: &str| Choice::new(value, value);
        let of = |typed: Typed, report: Report, errors| {
            Self::of(
                "byregionprogrammet".to_owned(),
                Localised::from([(Language::Nn, "Læringsnettverket")]),
                typed,
                report,
                vec![choice("Fase 1"), choice("Fase 2")],
                vec![choice("Samling for byregionar (27. oktober 2026)")],
                errors,
            )
        };
        let typed = Typed { fra: "2026-01-01".to_owned(), fase: "Fase 2".to_owned(), ..Typed::default() };
        let wrong = Typed { til: "i fjor <b>".to_owned(), ..Typed::default() };
        vec![
            of(Typed::default(), example(), Vec::new()),
            of(typed, example(), Vec::new()),
            of(Typed::default(), report(&[], &[], &Asked::default(), |_| None), Vec::new()),
            of(wrong, example(), vec![FieldError::new("til", "Skriv ein dato, til dømes 2027-04-27")]),
        ]
    }
}
