//! A release that moves fifty sessions while people sign up and sign off: worked out once, and everybody is told once.

use axum::http::Method;
use chrono::TimeDelta;
use futures::StreamExt;
use host::testing::Kind;
use proto::account::Role;
use proto::conference::ProgrammeReleased;
use proto::registration::{
    ClaimState, Registration, RegistrationAdmitted, RegistrationReplanned, RegistrationWaitlisted,
};
use proto::{Message, PoolId, RegistrationId};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::Range;
use tests::planning::{cells, moved, released};
use tests::visitor::Page;
use tests::{Conference, Received, Way, World};

/// A hundred sessions on two days.
const SIZE: Conference = Conference { days: 2, rooms: 5, slots: 10, capacity: 0, places: 0, speakers: 0 };
/// How many sign up before it and amid it.
#[derive(Clone, Copy)]
struct Numbers {
    before: usize,
    amid: usize,
}

/// Every so manieth of those who were there signs off meanwhile.
const LEAVES: usize = 8;
const MOVED: usize = 50;
const CHOSEN: usize = 4;
const AT_ONCE: usize = 32;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_sessions_move_while_people_come_and_go_in_one_process() {
    run(Way { database: Kind::Sqlite, broker: false }, Numbers { before: 400, amid: 100 }).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_sessions_move_while_people_come_and_go_on_postgresql_and_rabbitmq() {
    run(Way { database: Kind::Postgres, broker: true }, Numbers { before: 100, amid: 50 }).await;
}

/// Somebody who signed up, and what the screen said.
struct Person {
    email: String,
    /// The token of the personal page.
    token: String,
    answer: Value,
    left: bool,
}

async fn run(way: Way, Numbers { before, amid }: Numbers) {
    let world = World::begin(way).await;
    // Fewer places than people, in the conference and in the sessions.
    let few = |people: usize| u32::try_from(people).expect("not that many");
    let size = Conference { capacity: few(before + amid / 2), places: few((before * CHOSEN).div_ceil(110)), ..SIZE };
    world.import("konferansen.toml", &size.toml()).await;
    let sessions = sessions(&world).await;
    let mut people: Vec<Person> = come(&world, &sessions, 0..before).await.into_iter().flatten().collect();
    assert_eq!(people.len(), before, "nothing that they choose clashes");
    world.settle().await;

    let moved = move_some(&world).await;
    assert_eq!(moved.len(), MOVED);
    let newcomers = release_amid(&world, &sessions, &mut people, before..before + amid).await;
    people.extend(newcomers);
    world.settle().await;

    worked_out_once(&world).await;
    answers_are_true(&world, &people).await;
    nothing_is_given_twice(&world).await;
    told_once(&world, &people, &moved).await;
    world.end().await;
}

/// The ids of the sessions by slot and room.
async fn sessions(world: &World) -> Vec<Vec<String>> {
    let page = world.visitor("nn").get(&format!("/api/v1/events/{}", Conference::SLUG)).await;
    let event: Value = serde_json::from_str(&page.body).expect("JSON");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let choices = event["choices"].as_array().expect("a list").iter();
    let ids: BTreeMap<String, String> = choices.map(|one| (text(&one["label"]["nn"]), text(&one["id"]))).collect();
    let mut slots = vec![Vec::new(); (SIZE.days * SIZE.slots) as usize];
    for (day, slot, room) in SIZE.places_and_times() {
        slots[(day * SIZE.slots + slot) as usize].push(ids[&Conference::title(day, slot, room)].clone());
    }
    slots
}

/// Signs these people up, many at once. Nobody where what they chose clashes by now.
async fn come(world: &World, sessions: &[Vec<String>], numbers: Range<usize>) -> Vec<Option<Person>> {
    let one = |number: usize| async move {
        let apart = sessions.len() / CHOSEN;
        let choices = (0..CHOSEN).map(|nth| {
            let slot = &sessions[nth * apart + (number * 7 + nth) % apart];
            &slot[(number * 3 + nth * number / 5) % slot.len()]
        });
        let email = format!("p{number}@example.no");
        let body = json!({
            "name": format!("Person {number}"), "email": email, "language": "nn", "answers": {},
            "choices": choices.collect::<Vec<_>>(),
        });
        let path = format!("/api/v1/events/{}/registrations", Conference::SLUG);
        let (status, answer) = world.visitor("nn").json(Method::POST, &path, None, &body).await;
        match status.as_u16() {
            201 => {
                let link = answer["self_service"].as_str().expect("a link");
                let token = link.rsplit('/').next().expect("a token").to_owned();
                Some(Person { email, token, answer, left: false })
            }
            422 if answer["errors"][0]["field"] == "choices" => None,
            _ => panic!("{email} was answered {status}: {answer}"),
        }
    };
    futures::stream::iter(numbers.map(one)).buffered(AT_ONCE).collect().await
}

/// What was moved, and when each begins since then: `09.15`.
type Moves = BTreeMap<PoolId, String>;

/// The organiser moves fifty sessions in the table.
async fn move_some(world: &World) -> Moves {
    let mut organiser = world.organiser("plan@distriktssenteret.example.no", "distriktssenteret", Role::Editor).await;
    let path = format!("/arrangor/konferanse/{}/program", Conference::SLUG);
    let mut done = Moves::new();
    for day in 0..SIZE.days {
        let date = Conference::date(day);
        let page = organiser.get(&format!("{path}?dag={date}")).await;
        let mut cells = cells(&page);
        cells.sort_by(|a, b| (&a.from, &a.room).cmp(&(&b.from, &b.room)));
        for (nth, cell) in cells.iter().enumerate().skip(1).step_by(2) {
            // Some overlap with the next slot afterwards.
            let minutes = if nth % 4 == 1 { 10 } else { 30 };
            let form = moved(&page, &date, cell, minutes);
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let to = organiser.post(&path, &form).await.location.expect("it leads back");
            assert!(to.contains("lagra=1"), "{to}");
            let from = form.iter().find(|(name, _)| *name == "from").expect("a time").1.to_owned();
            done.insert(PoolId(cell.occurrence.parse().expect("an id")), from);
        }
    }
    done
}

/// Two press the button at the same time, while people sign up and others sign off. Gives who came.
async fn release_amid(
    world: &World,
    sessions: &[Vec<String>],
    people: &mut [Person],
    numbers: Range<usize>,
) -> Vec<Person> {
    let path = format!("/arrangor/konferanse/{}/utgje", Conference::SLUG);
    let mut pressing = Vec::new();
    for who in ["ein@distriktssenteret.example.no", "to@distriktssenteret.example.no"] {
        let mut organiser = world.organiser(who, "distriktssenteret", Role::Editor).await;
        let form = released(&organiser.get(&path).await);
        let path = &path;
        pressing.push(async move {
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            organiser.post(path, &form).await
        });
    }
    let leaving = people.iter_mut().step_by(LEAVES).map(|person| async {
        let path = format!("/api/v1/registrations/{}", person.token);
        let (status, answer) = world.visitor("nn").json(Method::DELETE, &path, None, &Value::Null).await;
        assert_eq!(status, 200, "{}: {answer}", person.email);
        person.left = true;
    });
    let leaving = futures::stream::iter(leaving).buffer_unordered(4).collect::<Vec<()>>();
    let coming = come(world, sessions, numbers);
    let (pressed, newcomers, _) = tokio::join!(futures::future::join_all(pressing), coming, leaving);
    let done = |page: &&Page| page.location.as_ref().is_some_and(|to| to.contains("gjort=released"));
    assert_eq!(pressed.iter().filter(done).count(), 1, "one of them released it: {pressed:?}");
    newcomers.into_iter().flatten().collect()
}

async fn worked_out_once(world: &World) {
    let said = bus::testing::said_of::<ProgrammeReleased>(world.db("conference")).await;
    let versions: Vec<u32> = said.iter().map(|released| released.version).collect();
    assert_eq!(versions, [1, 2], "each version is said once");
    assert_eq!(said[1].changes.len(), MOVED);
}

/// What was said on the screen is what is kept, but for those who signed off, and those who have moved up since.
async fn answers_are_true(world: &World, people: &[Person]) {
    for person in people {
        let page = world.visitor("nn").get(&format!("/api/v1/registrations/{}", person.token)).await;
        let now: Value = serde_json::from_str(&page.body).expect("JSON");
        let (said, stands) = (person.answer["state"].as_str(), now["state"].as_str());
        let expected = match (person.left, said) {
            (true, _) => stands == Some("withdrawn"),
            (false, Some("waiting")) => matches!(stands, Some("waiting" | "admitted")),
            (false, said) => stands == said,
        };
        assert!(expected, "{} was told {said:?} and stands {stands:?}", person.email);
        if person.left {
            continue;
        }
        let states = |of: &Value| -> BTreeMap<String, String> {
            let text = |value: &Value| value.as_str().expect("a text").to_owned();
            let choices = of["choices"].as_array().expect("a list").iter();
            choices.map(|one| (text(&one["id"]), text(&one["state"]))).collect()
        };
        let stands = states(&now);
        for (session, said) in states(&person.answer) {
            let stands = stands[&session].as_str();
            let moved_up = said == "waiting" && stands == "held";
            assert!(said == stands || moved_up, "{} was told {said} of {session} and has {stands}", person.email);
        }
    }
}

/// Never more places than there are, and the counters say what the rows say.
async fn nothing_is_given_twice(world: &World) {
    let db = &world.db("registration").read;
    let sql = "SELECT pool.capacity, pool.taken, (SELECT COUNT(*) FROM claim WHERE claim.pool_id = pool.id \
         AND claim.state IN ('held', 'offered')) AS held FROM pool";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.expect("the pools");
    assert_eq!(rows.len(), SIZE.sessions() as usize + 1);
    let mut full = 0;
    for row in rows {
        let capacity: i32 = row.try_get("", "capacity").expect("a number");
        let taken: i32 = row.try_get("", "taken").expect("a number");
        let held: i64 = row.try_get("", "held").expect("a number");
        assert_eq!(i64::from(taken), held);
        assert!(taken <= capacity, "{taken} of {capacity}");
        full += i32::from(taken == capacity);
    }
    assert!(full > 1, "places were too many for anything to be shown");
}

/// Everybody who had chosen what was moved when it was moved has heard of it once, by one letter; nobody else has.
async fn told_once(world: &World, people: &[Person], moved: &Moves) {
    let mut came: BTreeMap<RegistrationId, bool> = BTreeMap::new();
    let mut replanned: BTreeMap<RegistrationId, usize> = BTreeMap::new();
    for envelope in bus::testing::said(world.db("registration")).await {
        let registration: Registration = match envelope.name.as_str() {
            RegistrationAdmitted::NAME => envelope.open::<RegistrationAdmitted>().expect("a message").registration,
            RegistrationWaitlisted::NAME => envelope.open::<RegistrationWaitlisted>().expect("a message").registration,
            RegistrationReplanned::NAME => {
                let said = envelope.open::<RegistrationReplanned>().expect("a message");
                assert_eq!(said.version, Some(2));
                assert!(said.gone.is_empty(), "nothing was taken away");
                *replanned.entry(said.registration.id).or_default() += 1;
                continue;
            }
            _ => continue,
        };
        let chose = |claim: &proto::registration::Claim| {
            claim.state != ClaimState::Released && moved.contains_key(&claim.pool_id)
        };
        let before = replanned.is_empty() && registration.choices.iter().any(chose);
        came.entry(registration.id).or_insert(before);
    }
    assert!(replanned.len() > people.len() / 2, "{} were told", replanned.len());
    world.pass(TimeDelta::minutes(11)).await;
    let mut letters: BTreeMap<String, usize> = BTreeMap::new();
    for letter in world.sink.letters() {
        if letter.subject().starts_with("Programmet er endra for deg") {
            *letters.entry(letter.recipient).or_default() += 1;
        }
    }
    for person in people {
        let id = RegistrationId(person.answer["id"].as_str().expect("an id").parse().expect("an id"));
        let (said, read) = (replanned.get(&id).copied(), letters.get(&person.email).copied());
        if person.left {
            // Signed off before or after: whoever is gone has no letter about it.
            assert!(said.is_none_or(|times| times == 1) && read.is_none(), "{}: {said:?} {read:?}", person.email);
            continue;
        }
        assert_eq!(said, came[&id].then_some(1), "{}", person.email);
        if read != said {
            assert!(read.is_none(), "{} has {read:?} letters about it", person.email);
            // The first letter that tells them of sessions was made when it had happened, and has told them. Whoever waited
            // for the conference was told of none, until the place came.
            let own = world.sink.to(&person.email);
            let waiting = |text: &String| text.contains("står på ventelista");
            let first =
                own.iter().map(Received::text).find(|text| !waiting(text)).unwrap_or_else(|| {
                    panic!("{} waits, and was not told that the programme is another", person.email)
                });
            let choices = person.answer["choices"].as_array().expect("a list").iter();
            for id in choices.map(|one| PoolId(one["id"].as_str().expect("an id").parse().expect("an id"))) {
                assert!(moved.get(&id).is_none_or(|from| first.contains(&format!("kl. {from}"))), "{first}");
            }
        }
    }
    assert_eq!(letters.values().sum::<usize>(), letters.len(), "nobody has two");
}
