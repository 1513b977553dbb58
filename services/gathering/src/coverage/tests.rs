use super::sheets::{Table, sheet};
use super::{Asked, Held, Line, Report, Since, drawing, report, took};
use crate::network::{Kind, Member, Membership};
use crate::taking_part::{Basis, Count};
use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use proto::{Language, Localised};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use tables::{csv, workbook};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn membership(number: &str, from: &str, to: Option<&str>) -> Membership {
    Membership {
        municipality: number.to_owned(),
        organisation_number: None,
        language_form: None,
        from: day(from),
        to: to.map(day),
        phase: None,
        decided_on: None,
        reference: None,
        successor: None,
    }
}

fn member(key: &str, kind: Kind, memberships: Vec<Membership>) -> Member {
    Member { key: key.to_owned(), name: format!("Medlem {key}"), kind, contact: None, memberships }
}

fn count(member: &str, municipality: &str, role: &str, people: u32) -> Count {
    Count {
        member: member.to_owned(),
        municipality: municipality.to_owned(),
        role: role.to_owned(),
        signed_up: people,
        came: 0,
    }
}

fn held(on: &str, counts: Vec<Count>) -> Held {
    let starts_at = day(on).and_time(NaiveTime::MIN).and_utc();
    Held {
        slug: on.to_owned(),
        title: Localised::from([(Language::Nn, on)]),
        starts_at,
        ends_at: starts_at,
        timezone: "Europe/Oslo".to_owned(),
        day: day(on),
        basis: Basis::of(&counts, true),
        only: None,
        counts,
        invited: BTreeMap::new(),
    }
}

fn named(number: &str) -> Option<String> {
    Some(format!("Kommune {number}"))
}

fn find<'l>(lines: &'l [Line], name: &str) -> &'l Line {
    lines.iter().find(|line| line.name == name).unwrap_or_else(|| panic!("no {name} in {lines:?}"))
}

/// Hornindal became a part of Volda, and Lofoten left.
fn network() -> Vec<Member> {
    let ended =
        Membership { successor: Some("1577".to_owned()), ..membership("1444", "2015-01-01", Some("2019-12-31")) };
    vec![
        member("volda", Kind::Municipality, vec![membership("1577", "2015-01-01", None)]),
        member("hornindal", Kind::Municipality, vec![ended]),
        member(
            "lofoten",
            Kind::Region,
            vec![
                membership("1865", "2015-01-01", Some("2019-06-30")),
                membership("1866", "2015-01-01", Some("2019-06-30")),
            ],
        ),
    ]
}

#[test]
fn members_are_those_of_the_day_and_mergers_are_followed() {
    let all = [
        held("2019-04-01", vec![count("hornindal", "1444", "elected", 2), count("lofoten", "", "leadership", 3)]),
        held("2020-04-01", vec![count("volda", "1577", "elected", 1)]),
    ];
    let whole = report(&all, &network(), &Asked::default(), named);
    let lofoten = find(&whole.members, "Medlem lofoten");
    assert_eq!((lofoten.took, lofoten.of, lofoten.since), (1, 1, Since::First), "it left later, and was there");
    let volda = find(&whole.members, "Medlem volda");
    assert_eq!((volda.took, volda.of, volda.people), (2, 2, [3, 0, 0, 0]), "Hornindal is Volda now");
    let volda = find(&whole.municipalities, "Kommune 1577");
    assert_eq!((volda.took, volda.of, volda.people, volda.county.as_str()), (2, 2, [3, 0, 0, 0], "Møre og Romsdal"));
    assert!(!whole.municipalities.iter().any(|line| line.key == "1444"));
    let vagan = find(&whole.municipalities, "Kommune 1865");
    assert_eq!((vagan.took, vagan.people), (1, [0; 4]), "with its region; it is not known who is from there");
    assert_eq!((took(&whole.municipalities), whole.own()), (3, 1));

    let later = Asked { from: Some(day("2020-01-01")), ..Asked::default() };
    let later = report(&all, &network(), &later, named);
    assert_eq!(later.members.len(), 1, "Lofoten was no member any more");
    assert_eq!(later.members[0].since, Since::Again, "as Hornindal, before the time that is asked about");
    assert_eq!((later.gatherings[0].first, later.gatherings[0].again), (0, 1));
    let nordland = find(&whole.counties, "Nordland");
    assert_eq!((nordland.municipalities_took, nordland.municipalities, nordland.people), (2, 2, [0, 3, 0, 0]));
}

#[test]
fn who_came_counts_where_that_is_known() {
    let noted = vec![Count { came: 1, ..count("volda", "1577", "elected", 4) }, count("hornindal", "1444", "other", 2)];
    let one = report(&[held("2019-04-01", noted)], &network(), &Asked::default(), named);
    assert_eq!((one.gatherings[0].basis, one.people), (Basis::Came, [1, 0, 0, 0]));
    let signed_up = vec![count("volda", "1577", "elected", 4), count("", "", "", 7)];
    let other = report(&[held("2019-04-01", signed_up)], &network(), &Asked::default(), named);
    assert_eq!((other.gatherings[0].basis, other.people, other.others), (Basis::SignedUp, [4, 0, 0, 0], 7));
}

#[test]
fn what_has_not_begun_is_only_told_when_it_is_asked_for() {
    let ahead = Held { basis: Basis::SoFar, ..held("2019-04-01", vec![count("volda", "1577", "elected", 4)]) };
    let all = [ahead, held("2018-04-01", Vec::new())];
    assert_eq!(report(&all, &network(), &Asked::default(), named).gatherings.len(), 1);
    let asked = Asked { gathering: Some("2019-04-01".to_owned()), ..Asked::default() };
    let asked = report(&all, &network(), &asked, named);
    assert_eq!((asked.gatherings.len(), asked.people[0]), (1, 4));
    assert_eq!(find(&asked.members, "Medlem lofoten").since, Since::Absent);
    assert_eq!(find(&asked.members, "Medlem volda").since, Since::First);
}

#[test]
fn a_phase_leaves_out_those_of_others() {
    let of = |number: &str, phase: &str| Membership {
        phase: Some(phase.to_owned()),
        ..membership(number, "2015-01-01", None)
    };
    let members = [member("a", Kind::Region, vec![of("5007", "1")]), member("b", Kind::Region, vec![of("5601", "2")])];
    let all = [held(
        "2016-01-01",
        vec![count("a", "5007", "other", 1), count("b", "5601", "other", 2), count("", "", "", 3)],
    )];
    let asked = Asked { phase: Some("2".to_owned()), ..Asked::default() };
    let report = report(&all, &members, &asked, named);
    assert_eq!((report.members.len(), report.people, report.others), (1, [0, 0, 0, 2], 0));
    assert_eq!(find(&report.counties, "Trøndelag").of, 0);
}

#[test]
fn somebody_the_network_has_forgotten_is_still_counted_and_a_region_in_two_counties_is_in_none() {
    let members = [member(
        "a",
        Kind::Region,
        vec![membership("5007", "2015-01-01", None), membership("1811", "2015-01-01", None)],
    )];
    let mut one = held("2016-01-01", vec![count("a", "", "elected", 2), count("gone", "5601", "other", 1)]);
    one.invited.insert("gone".to_owned(), ("Borte".to_owned(), vec!["5601".to_owned()]));
    one.invited.insert("a".to_owned(), ("A".to_owned(), vec!["5007".to_owned()]));
    let report = report(&[one], &members, &Asked::default(), named);
    assert_eq!((find(&report.members, "Borte").people, report.of_no_county), ([0, 0, 0, 1], 2));
    assert_eq!(find(&report.counties, "Finnmark").people, [0, 0, 0, 1]);
    let levels: Vec<_> = drawing::map(&report.counties).tiles.into_iter().filter(|tile| tile.of > 0).collect();
    assert_eq!(levels.len(), 3);
    assert!(levels.iter().all(|tile| tile.level == drawing::Level::All));
}

fn dangerous() -> Report {
    let members = [Member { name: "=HYPERLINK(\"http://x\")".to_owned(), ..network().remove(0) }];
    report(&[held("2019-04-01", vec![count("volda", "1577", "elected", 4)])], &members, &Asked::default(), named)
}

#[test]
fn spreadsheets_work_nothing_out() {
    let word = |key: &str| key.to_owned();
    let text = csv(&sheet(&dangerous(), Table::Members, Language::Nn, &word));
    assert!(text.starts_with("\u{feff}gathering-coverage-member;"), "{text}");
    assert!(
        text.contains("\r\n\"'=HYPERLINK(\"\"http://x\"\")\";1;1;1;gathering-coverage-first;4;0;0;0;4\r\n"),
        "{text}"
    );
    let gatherings = csv(&sheet(&dangerous(), Table::Gatherings, Language::Nn, &word));
    assert!(
        gatherings.contains("2019-04-01;2019-04-01;gathering-coverage-signed_up;1;1;0;4;0;0;0;4;0\r\n"),
        "{gatherings}"
    );
}

#[test]
fn the_workbook_opens_with_text_as_text_and_numbers_as_numbers() {
    let word = |key: &str| format!("{key} / [{}]", "x".repeat(40));
    let sheets = Table::ALL.map(|table| {
        let mut made = sheet(&dangerous(), table, Language::Nn, &word);
        table.word().clone_into(&mut made.name);
        made
    });
    let bytes = workbook(&sheets, "Nettverk", day("2027-01-01").and_time(NaiveTime::MIN).and_utc()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let book = part("xl/workbook.xml");
    for name in ["samlingar", "medlemmer", "kommunar", "fylke"] {
        assert!(book.contains(&format!("<sheet name=\"{name}\"")), "{book}");
    }
    assert!(part("xl/sharedStrings.xml").contains("<t>=HYPERLINK(\"http://x\")</t>"));
    let members = part("xl/worksheets/sheet2.xml");
    assert!(members.contains("<v>4</v>") && !members.contains("<f>"), "{members}");
    assert!(part("xl/worksheets/sheet4.xml").contains("t=\"s\""), "numbers of counties keep their zero");
}

const NUMBERS: [&str; 6] = ["5007", "5060", "1811", "1865", "5601", "1601"];

fn some_members() -> impl Strategy<Value = Vec<Member>> {
    let one = (any::<bool>(), prop::collection::vec((0usize..6, 2014i32..2019, prop::option::of(0i32..4)), 1..3));
    prop::collection::vec(one, 1..5).prop_map(|all| {
        let memberships = |parts: Vec<(usize, i32, Option<i32>)>| {
            let made = |(at, from, long): (usize, i32, Option<i32>)| Membership {
                successor: (NUMBERS[at] == "1601").then(|| "5007".to_owned()),
                ..membership(
                    NUMBERS[at],
                    &format!("{from}-01-01"),
                    long.map(|n| format!("{}-06-30", from + n)).as_deref(),
                )
            };
            parts.into_iter().map(made).collect()
        };
        let kind = |region| if region { Kind::Region } else { Kind::Municipality };
        all.into_iter()
            .enumerate()
            .map(|(n, (region, parts))| member(&n.to_string(), kind(region), memberships(parts)))
            .collect()
    })
}

/// Member, municipality, role and people, by their places in lists.
type Counted = (usize, usize, usize, u32);

fn some_gatherings() -> impl Strategy<Value = Vec<Held>> {
    let counted = (0usize..5, 0usize..7, 0usize..4, 0u32..4);
    let one = (2015i32..2020, prop::collection::vec(counted, 0..5));
    prop::collection::vec(one, 1..4).prop_map(|all| {
        let made = |(at, (year, counts)): (usize, (i32, Vec<Counted>))| {
            let role = |role: usize| crate::delegation::Role::ALL[role].word();
            let counts = counts.into_iter().map(|(member, from, as_what, people)| {
                count(&member.to_string(), NUMBERS.get(from).copied().unwrap_or_default(), role(as_what), people)
            });
            let mut one = held(&format!("{year}-0{}-01", at + 1), counts.collect());
            // Somebody can be counted for a member that was never in the network.
            let of = |n: usize| (n.to_string(), (n.to_string(), vec!["5601".to_owned()]));
            one.invited = (0..5).map(of).collect();
            one
        };
        all.into_iter().enumerate().map(made).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nobody_is_counted_twice_or_lost(members in some_members(), all in some_gatherings()) {
        let whole = report(&all, &members, &Asked::default(), named);
        let people: u32 = whole.people.iter().sum();
        let of = |lines: &[Line]| lines.iter().map(Line::all).sum::<u32>();
        let counted: u32 = all.iter().flat_map(|one| one.counts.iter().map(|count| one.basis.people(count))).sum();
        prop_assert_eq!(people, counted);
        prop_assert_eq!(of(&whole.members), people);
        prop_assert_eq!(of(&whole.counties) + whole.of_no_county, people);
        prop_assert!(of(&whole.municipalities) <= people);
        for line in whole.members.iter().chain(&whole.municipalities).chain(&whole.counties) {
            prop_assert!(line.took <= line.of && line.municipalities_took <= line.municipalities, "{:?}", line);
            prop_assert_eq!(line.took == 0, line.since == Since::Absent, "{:?}", line);
            prop_assert!(line.since != Since::Again, "everything is reported, so nobody was there before: {:?}", line);
        }
        let mut turned = all.clone();
        turned.reverse();
        prop_assert_eq!(&report(&turned, &members, &Asked::default(), named), &whole);

        // Looked at one by one, everybody is there for the first time once.
        let alone = |one: &Held| Asked { gathering: Some(one.slug.clone()), ..Asked::default() };
        let mut firsts: BTreeMap<String, u32> = BTreeMap::new();
        for one in &all {
            for line in report(&all, &members, &alone(one), named).municipalities {
                *firsts.entry(line.key).or_default() += u32::from(line.since == Since::First);
            }
        }
        for line in &whole.municipalities {
            prop_assert_eq!(firsts.get(&line.key).copied().unwrap_or_default(), u32::from(line.took > 0), "{}", line.key);
        }
    }
}
