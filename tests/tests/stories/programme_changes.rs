//! A session that many people have is moved: what the organiser is shown before, and what it means for each of them after.

use axum::http::StatusCode;
use chrono::{TimeDelta, Utc};
use proto::account::Role;
use std::collections::BTreeMap;
use tests::visitor::{Page, local};
use tests::{CONFERENCE, Received, Visitor, WAYS, World};

const SLUG: &str = "bylivkonferansen";
const ORGANISER: &str = "organisator@distriktssenteret.example.no";
/// So many have a place in the workshop that is moved, and the first of them in the talk as well, which is full.
const HOLDERS: usize = 30;
const CLASHING: usize = 4;
/// In this order they stand in line for the talk.
const NEXT: &str = "neste@example.no";
const BEHIND: &str = "bak@example.no";
/// Has a place in something else.
const ELSEWHERE: &str = "vandrar@example.no";

fn holder(n: usize) -> String {
    format!("deltakar{n}@example.no")
}

/// How many letters each has got so far.
fn letters(world: &World) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for letter in world.sink.letters() {
        *counts.entry(letter.recipient).or_default() += 1;
    }
    counts
}

/// Who has got letters since then, and how many.
fn since(world: &World, before: &BTreeMap<String, usize>) -> BTreeMap<String, usize> {
    let more = |(who, now): (String, usize)| {
        let more = now - before.get(&who).copied().unwrap_or_default();
        (more > 0).then_some((who, more))
    };
    letters(world).into_iter().filter_map(more).collect()
}

fn once(people: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    people.into_iter().map(|who| (who, 1)).collect()
}

fn sequence(letter: &Received) -> u32 {
    letter.property("SEQUENCE").expect("a number").parse().expect("a number")
}

/// The newest entry that a person has, which replaces the one before it.
#[track_caller]
fn updated(world: &World, who: &str) -> Received {
    let all: Vec<Received> = world.sink.to(who).into_iter().filter(|letter| letter.calendar().is_some()).collect();
    let [.., before, now] = all.as_slice() else { panic!("{who} has no entry that was updated") };
    assert_eq!(now.method().as_deref(), Some("REQUEST"));
    assert_eq!(before.property("UID"), now.property("UID"), "{who}: the same entry");
    assert!(sequence(now) > sequence(before), "{who}: calendars keep the highest number");
    now.clone()
}

/// Where each session is given, by its title.
async fn occurrences(world: &World) -> BTreeMap<String, String> {
    let page = world.visitor("nn").get(&format!("/konferanse/{SLUG}/program.json")).await;
    let programme: serde_json::Value = serde_json::from_str(&page.body).expect("JSON");
    let sessions = programme["sessions"].as_array().expect("sessions");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    sessions.iter().map(|one| (text(&one["title"]["nn"]), text(&one["occurrences"][0]["id"]))).collect()
}

async fn sign_up(world: &World, email: &str, choices: &[&String]) -> Page {
    let path = format!("/pamelding/{SLUG}");
    let mut fields = vec![("name", "Kari Prøve"), ("email", email), ("form", "in_person")];
    fields.extend(choices.iter().map(|id| ("choice", id.as_str())));
    let page = world.visitor("nn").fill_in(&path, &path, &fields).await;
    assert!(page.words().contains("Takk! Du er påmeld."), "{}", page.words());
    page
}

/// The person's own page, by the link in their first letter.
fn own(world: &World, who: &str) -> String {
    local(&world.sink.to(who)[0].link("/mi/").expect("the personal link"))
}

/// The calendar that a person subscribes to, as the address on their page gives it.
async fn feed(world: &World, who: &str) -> String {
    let mut visitor = world.visitor("nn");
    let page = visitor.get(&own(world, who)).await;
    let at = page.body.find("/kalender/").expect("the address of the feed");
    let address = page.body[at..].split(['"', '<']).next().expect("an address").to_owned();
    visitor.get(&address).await.body.replace("\r\n ", "")
}

/// The start and the number of an entry in a feed.
fn entry(feed: &str, summary: &str) -> (String, u32) {
    let event = feed.split("BEGIN:VEVENT").find(|event| event.contains(&format!("SUMMARY:{summary}")));
    let event = event.unwrap_or_else(|| panic!("{summary} is not in {feed}"));
    let value = |name: &str| {
        let line = event.lines().find(|line| line.split([';', ':']).next() == Some(name)).expect("a line");
        line.rsplit_once(':').expect("a value").1.to_owned()
    };
    (format!("{} {}", value("UID"), value("DTSTART")), value("SEQUENCE").parse().expect("a number"))
}

/// Sends the page's form back with what stands in it, but for these fields.
async fn send(visitor: &mut Visitor, path: &str, page: &Page, fields: &[(&str, &str)]) -> Page {
    let kept: Vec<(&str, String)> =
        ["csrf", "seen", "revision"].into_iter().filter_map(|name| Some((name, page.value(name)?))).collect();
    let mut all: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.extend_from_slice(fields);
    let answer = visitor.post(path, &all).await;
    let location = answer.location.unwrap_or_else(|| panic!("{path}: {}", answer.body));
    visitor.follow(&local(&location)).await
}

/// The organiser moves the workshop to one o'clock and looks at whom that concerns. Nothing is released.
async fn move_the_workshop(visitor: &mut Visitor, workshop: &str) {
    let place = format!("/arrangor/konferanse/{SLUG}/plassering/{workshop}");
    let page = visitor.get(&place).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    assert!(page.words().contains("30 personar har plass her."), "{}", page.words());
    let (date, room) = (page.selected("date").expect("a day"), page.selected("room").expect("a room"));
    let fields = [("date", date.as_str()), ("from", "13.00"), ("to", "14.00"), ("room", room.as_str())];
    let programme = send(visitor, &place, &page, &fields).await;
    assert_eq!(programme.status, StatusCode::OK, "{}", programme.words());
}

async fn release(visitor: &mut Visitor) -> Page {
    let path = format!("/arrangor/konferanse/{SLUG}/utgje");
    let page = visitor.get(&path).await;
    let fields = [("when", "now"), ("note-nn", "Verkstaden byter tid."), ("note-nb", "Verkstedet bytter tid.")];
    send(visitor, &path, &page, &fields).await
}

/// Thirty people with a place in the workshop, four of them in the talk as well, two in line for it, one elsewhere.
async fn filled(world: &World) -> BTreeMap<String, String> {
    world.import("bylivkonferansen.toml", CONFERENCE).await;
    let given = occurrences(world).await;
    let (workshop, talk, walk) = (&given["Teikn torget"], &given["Å leige først"], &given["Byvandring"]);
    for n in 0..HOLDERS {
        let choices: &[&String] = if n < CLASHING { &[workshop, talk] } else { &[workshop] };
        sign_up(world, &holder(n), choices).await;
    }
    for who in [NEXT, BEHIND] {
        let page = sign_up(world, who, &[talk]).await;
        assert!(page.words().contains("du står på venteliste"), "{}", page.words());
    }
    sign_up(world, ELSEWHERE, &[walk]).await;
    world.settle().await;
    given
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_of_thirty_is_moved_and_everybody_concerned_is_told_once_and_nobody_else() {
    for way in WAYS {
        let world = World::begin(way).await;
        let given = filled(&world).await;
        let (workshop, talk) = (&given["Teikn torget"], &given["Å leige først"]);
        let feed_before = entry(&feed(&world, &holder(9)).await, "Teikn torget");

        // Before anything is released, the organiser sees whom it concerns.
        let mut organiser = world.organiser(ORGANISER, "distriktssenteret", Role::Editor).await;
        let told = letters(&world);
        move_the_workshop(&mut organiser, workshop).await;
        let preview = organiser.get(&format!("/arrangor/konferanse/{SLUG}/utgje")).await.words();
        assert!(preview.contains("30 personar som har plass, blir råka."), "{way:?}: {preview}");
        assert!(preview.contains("4 personar får to bolkar som ikkje går i hop:"), "{way:?}: {preview}");
        assert!(preview.contains("kl. 10.30–11.30") && preview.contains("kl. 13.00–14.00"), "{way:?}: {preview}");
        assert!(!preview.contains("går tapt") && !preview.contains("misser plassen"), "{way:?}: {preview}");
        world.pass(TimeDelta::minutes(11)).await;
        assert_eq!(since(&world, &told), BTreeMap::new(), "{way:?}: what is not released is told to nobody");

        organiser.follow(&format!("/arrangor/logg-inn?til=/arrangor/konferanse/{SLUG}/utgje")).await;
        let released = release(&mut organiser).await.words();
        assert!(released.contains("Programmet er gjeve ut."), "{way:?}: {released}");
        world.pass(TimeDelta::minutes(11)).await;

        // One letter each, with the time before and the time now, and the same entry in the calendar.
        assert_eq!(since(&world, &told), once((0..HOLDERS).map(holder)), "{way:?}");
        for n in 0..HOLDERS {
            let (letter, clashes) = (updated(&world, &holder(n)), n < CLASHING);
            assert_eq!(letter.subject(), "Programmet er endra for deg: BYLIVkonferansen", "{way:?}");
            let text = letter.text();
            assert!(text.contains("Teikn torget") && text.contains("Verkstaden byter tid."), "{way:?}: {text}");
            assert!(text.contains("kl. 13.00–14.00") && text.contains("kl. 10.30–11.30"), "{way:?}: {text}");
            assert_eq!(text.contains("Vel kva du vil ha, innan"), clashes, "{way:?} {n}: {text}");
            let calendar = letter.calendar().expect("a calendar");
            assert!(calendar.contains("kl. 13.00–14.00") && !calendar.contains("kl. 10.30–11.30"), "{calendar}");
        }
        let (at, number) = entry(&feed(&world, &holder(9)).await, "Teikn torget");
        assert_eq!(at, feed_before.0.replace("T103000", "T130000"), "{way:?}: the same entry at another time");
        assert!(number > feed_before.1, "{way:?}");

        the_freed_place_goes_to_the_next(&world, workshop).await;
        who_does_not_choose_is_decided_for(&world).await;
        the_same_messages_again_change_nothing(&world, talk).await;
        world.end().await;
    }
}

/// One gives up the talk on their own page, and the next in line has it.
async fn the_freed_place_goes_to_the_next(world: &World, workshop: &str) {
    let told = letters(world);
    let (mut visitor, path) = (world.visitor("nn"), own(world, &holder(1)));
    let page = visitor.get(&path).await;
    assert!(page.words().contains("Vel mellom desse"), "{}", page.words());
    let (field, to) = (page.field_with(workshop).expect("a choice"), format!("{path}/vel"));
    let page = send(&mut visitor, &to, &page, &[(field.as_str(), workshop)]).await.words();
    assert!(page.contains("Endringa er lagra") && !page.contains("Vel mellom desse"), "{page}");
    world.pass(TimeDelta::minutes(11)).await;
    assert_eq!(since(world, &told), once([holder(1), NEXT.to_owned()]));
    let letter = updated(world, NEXT);
    assert_eq!(letter.subject(), "Du har fått plass: Å leige først, BYLIVkonferansen");
    assert!(letter.calendar().expect("a calendar").contains("Å leige først"), "it stands in the calendar");
    assert!(entry(&feed(world, NEXT).await, "Å leige først").0.contains("T133000"));
    assert!(!feed(world, &holder(1)).await.contains("SUMMARY:Å leige først"), "given up is out of the calendar");
}

/// After the deadline the three others have what begins first of the two, are told so, and the line moves on.
async fn who_does_not_choose_is_decided_for(world: &World) {
    let told = letters(world);
    world.pass(TimeDelta::days(3)).await;
    bus::testing::eventually("it is decided for those who did not choose", || async {
        let page = world.visitor("nn").get(&own(world, &holder(2))).await.words();
        page.contains("Teikn torget du har plass") && !page.contains("Vel mellom desse")
    })
    .await;
    world.pass(TimeDelta::minutes(11)).await;
    let others = [holder(0), holder(2), holder(3), BEHIND.to_owned()];
    assert_eq!(since(world, &told), once(others));
    assert_eq!(updated(world, BEHIND).subject(), "Du har fått plass: Å leige først, BYLIVkonferansen");
}

/// Everything that was said is carried once more, as after the broker has lost its data.
async fn the_same_messages_again_change_nothing(world: &World, talk: &str) {
    let (told, standing) = (letters(world), feed(world, BEHIND).await);
    let mut carried = 0;
    for service in migrations::SERVICES {
        let everything = chrono::DateTime::<Utc>::UNIX_EPOCH;
        carried += bus::carry_again(world.db(service), everything, world.house.clock.now()).await.expect("carried");
    }
    assert!(carried > 40, "{carried} messages came twice");
    world.pass(TimeDelta::minutes(11)).await;
    assert_eq!(since(world, &told), BTreeMap::new(), "nobody is told twice");
    assert_eq!(feed(world, BEHIND).await, standing);
    // One gave it up, three were decided for, two came up: as many have the talk as it holds.
    let page = world.visitor("nn").get(&format!("/pamelding/{SLUG}")).await.body;
    let choice = page.split(&format!("id=\"choice-{talk}-hint\"")).nth(1).expect("the talk").split("</div>").next();
    assert!(choice.expect("a hint").contains("2 ledige plassar"), "{choice:?}");
}
