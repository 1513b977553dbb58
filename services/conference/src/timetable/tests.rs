use super::example::{self, at, occurrence_id, session_id, speaker_id};
use super::search::fold;
use super::sections::Heading;
use super::{Listing, Timetable, View};
use crate::programme::Access;
use chrono_tz::Europe::Oslo;
use proto::Language;

fn timetable() -> Timetable {
    Timetable::of(&example::programme(), Oslo, example::speakers())
}

fn titles<'a>(listings: impl IntoIterator<Item = &'a Listing>) -> Vec<&'a str> {
    listings.into_iter().map(|listing| listing.title.get(Language::En)).collect()
}

#[test]
fn only_what_is_given_is_in_it() {
    let table = timetable();
    assert_eq!(table.listings().len(), 7);
    assert!(!titles(table.listings()).contains(&"Ikkje plassert enno"), "it has no time");
    assert!(table.listing_of(occurrence_id(99)).is_none(), "blocks are the planners'");
    assert!(table.session(session_id(6)).is_none());
    assert!(table.search("rigging").is_empty() && table.search("plassert").is_empty());
}

#[test]
fn only_those_who_agreed_are_named() {
    let table = timetable();
    let (told, given) = table.session(session_id(3)).unwrap();
    let named: Vec<_> = table.taking_part(told).map(|(speaker, _)| speaker.name.as_str()).collect();
    assert_eq!(named, ["Ingunn Åkerholt"]);
    assert_eq!(given[0].speakers.len(), 1);
    assert!(table.speaker(speaker_id(9)).is_none());

    let nobody = Timetable::of(&example::programme(), Oslo, []);
    assert!(nobody.listings().iter().all(|listing| listing.speakers.is_empty()));
    assert!(nobody.search("akerholt").is_empty(), "nor found by their names");
    assert!(nobody.speaker(speaker_id(1)).is_none());
}

#[test]
fn those_who_are_in_nothing_that_is_given_have_no_page() {
    let mut programme = example::programme();
    programme.sessions[3].parts.clear();
    let table = Timetable::of(&programme, Oslo, example::speakers());
    assert!(table.speaker(speaker_id(3)).is_none(), "only in a session that has no time");
    let (speaker, theirs) = table.speaker(speaker_id(1)).unwrap();
    assert_eq!((speaker.name.as_str(), theirs.len()), ("Ingunn Åkerholt", 2));
}

#[test]
fn what_has_been_arranged_is_told_and_what_is_asked_for_is_not() {
    let table = timetable();
    assert_eq!(table.session(session_id(1)).unwrap().0.access, [Access::SignLanguage]);
}

#[test]
fn days_hold_times_and_times_hold_rooms_in_order() {
    let days = timetable().sections(View::Day);
    assert_eq!(days.len(), 2);
    let Heading::Day { at: first, title, .. } = &days[0].heading else { panic!("a day") };
    assert_eq!((*first, title.get(Language::Nn)), (at("2027-05-11T07:00:00Z"), "Byen som møteplass"));
    let times: Vec<_> = days[0].groups.iter().map(|group| (group.at, group.listings.len())).collect();
    assert_eq!(
        times,
        [
            (at("2027-05-11T07:00:00Z"), 1),
            (at("2027-05-11T08:00:00Z"), 1),
            (at("2027-05-11T08:30:00Z"), 2),
            (at("2027-05-11T17:00:00Z"), 1),
        ]
    );
    let parallel = &days[0].groups[2].listings;
    assert_eq!(parallel[0].room.as_ref().unwrap().name.get(Language::Nn), "Veslesalen, Kulturhuset");
    assert_eq!(parallel[1].room.as_ref().unwrap().name.get(Language::En), "Lesesalen, The library");
}

#[test]
fn a_day_is_one_on_the_clocks_of_the_place() {
    let mut programme = example::programme();
    example::add(
        &mut programme,
        crate::programme::SessionKind::Social,
        example::text("Natt", "Night"),
        &[("2027-05-11T22:30:00Z", 30, None)],
    );
    let table = Timetable::of(&programme, Oslo, []);
    assert_eq!(titles(table.sections(View::Day)[1].groups[0].listings.iter()), ["Night"], "half past midnight in Oslo");
    assert_eq!(titles(&table.at(at("2027-05-11T22:45:00Z")).now), ["Night"]);
}

#[test]
fn tracks_and_rooms_have_all_that_is_theirs_and_the_rest_comes_last() {
    let table = timetable();
    let tracks = table.sections(View::Track);
    let count = |sections: &[super::Section]| -> usize {
        sections.iter().flat_map(|section| &section.groups).map(|group| group.listings.len()).sum()
    };
    assert_eq!(tracks.len(), 3, "a track without sessions is left out");
    assert!(matches!(tracks[2].heading, Heading::NoTrack));
    assert_eq!(count(&tracks), 7);
    assert_eq!(tracks[1].groups.len(), 2, "one group for each day");
    let rooms = table.sections(View::Room);
    assert_eq!((rooms.len(), count(&rooms)), (4, 7));
    assert!(matches!(rooms[3].heading, Heading::Online));
}

#[test]
fn rooms_stand_alone_where_there_is_one_house() {
    let mut programme = example::programme();
    programme.venues.truncate(1);
    let table = Timetable::of(&programme, Oslo, []);
    assert_eq!(table.listings()[0].room.as_ref().unwrap().name.get(Language::Nn), "Storsalen");
}

#[test]
fn things_are_found_by_every_word_in_every_language() {
    let table = timetable();
    let check = |asked: &str, expected: &[&str]| assert_eq!(titles(table.search(asked)), expected, "{asked:?}");
    check("VELKOMEN", &["Welcome"]);
    check("ordføraren nytt", &["Welcome"]);
    check("ordforaren", &["Welcome"]);
    check("ordføraren kaia", &[]);
    check("welcome mayor", &["Welcome"]);
    check("marja", &["A town walk on paper", "A town walk on paper"]);
    check("sarre bibliotek", &["A town walk on paper"]);
    check("handelstunet", &["Welcome"]);
    check("forskar papir", &["A town walk on paper", "A town walk on paper"]);
    for nothing in ["", "  ", "<>", "%"] {
        check(nothing, &[]);
    }
    assert_eq!(fold("  Måløy–Ærfugl  ÄÖ e\u{301} SJ\u{d8}LI "), "maloy aerfugl ao e sjoli");
    check(&"a ".repeat(100_000), &titles(table.search("a")));
}

#[test]
fn now_and_next() {
    let table = timetable();
    let check = |now: &str, on: &[&str], next: &[&str]| {
        let seen = table.at(at(now));
        let coming: Vec<_> = seen.next.iter().flat_map(|group| titles(&group.listings)).collect();
        assert_eq!((titles(&seen.now), coming), (on.to_vec(), next.to_vec()), "{now}");
    };
    check("2027-01-11T09:00:00Z", &[], &["Welcome"]);
    check("2027-05-11T07:00:00Z", &["Welcome"], &table_next());
    check("2027-05-11T08:00:00Z", &["Break"], &table_next()[1..]);
    check("2027-05-11T09:30:00Z", &["A town walk on paper"], &["Middag på kaia"]);
    check("2027-05-12T13:59:59Z", &["Closing"], &[]);
    check("2027-05-12T14:00:00Z", &[], &[]);
}

/// The break and what begins within half an hour of it.
fn table_next() -> [&'static str; 3] {
    let long = "Agreements on building homes in the centre of small municipalities: what do we do when all want to, but \
                nobody begins?";
    ["Break", long, "A town walk on paper"]
}

#[test]
fn an_empty_programme_is_empty() {
    let table = Timetable::of(&crate::programme::Programme::default(), Oslo, example::speakers());
    for view in View::ALL {
        assert!(table.sections(view).is_empty());
    }
    assert_eq!(table.at(at("2027-05-11T08:00:00Z")), super::Now::default());
    assert_eq!((table.days().len(), table.speakers().count(), table.sessions().count()), (0, 0, 0));
}
