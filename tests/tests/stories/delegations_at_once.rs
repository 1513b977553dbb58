//! The whole network in one minute: every contact opens the link and names five people, while others sign up for the places
//! that are left and for another event.

use host::testing::Kind;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tests::delegations::{Gathering, LINK, naming, press};
use tests::installation::each_by_itself;
use tests::letters::link_to;
use tests::visitor::{Page, local};
use tests::{Installation, Received, Visitor, Way};

/// Municipalities that are members of a real network, each by its number; here each of them comes by itself.
const MUNICIPALITIES: &str = include_str!("../../../services/moteplass/demo/byregionprogrammet.csv");

/// In which role each person of a delegation comes: no more than two are elected.
const ROLES: [&str; 5] = ["elected", "elected", "leadership", "professional", "other"];
/// Places that are kept for nobody, and how many want them.
const FREE: usize = 10;
const WANT_THEM: usize = 20;
/// Places of the other event, which more people want, and how many of them fill in its form at the same time.
const OTHER_PLACES: u32 = 50;
const OTHERS_AT_ONCE: usize = 2;
/// One contact in so many names somebody besides those that there are seats for, and one in so many sends a form twice.
const GREEDY: usize = 10;
const HASTY: usize = 7;
/// By then everybody is named. A program that is not optimised, beside other tests, may take longer.
const A_MINUTE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 180 } else { 60 });
/// How long a form is sent again that was answered with the word to come again.
const PATIENCE: Duration = Duration::from_secs(60);

const FORM: &str = "/pamelding/samling";
const OTHER_FORM: &str = "/pamelding/torg";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_whole_network_names_its_people_in_a_minute_in_one_process() {
    run(Way { database: Kind::Sqlite, broker: false }, &[Vec::new()], 213).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn forty_members_name_their_people_in_a_minute_on_postgresql_and_rabbitmq() {
    run(Way { database: Kind::Postgres, broker: true }, &each_by_itself(), 40).await;
}

async fn run(way: Way, processes: &[Vec<&'static str>], members: usize) {
    let installation = Installation::begin(way, processes).await;
    installation.open_for_sign_up(OTHER_PLACES).await;
    let links = invited(&installation, members).await;

    let (begun, named) = (Instant::now(), Arc::new(AtomicBool::new(false)));
    let others: Vec<_> = (0..OTHERS_AT_ONCE).map(|n| others(&installation, n, Arc::clone(&named))).collect();
    let comers = comers(&installation);
    let contacts: Vec<_> = links
        .into_iter()
        .enumerate()
        .map(|(n, link)| tokio::spawn(contact(installation.visitor("nn"), n, link)))
        .collect();
    for contact in contacts {
        contact.await.expect("a contact does not fail");
    }
    let took = begun.elapsed();
    named.store(true, Ordering::Relaxed);
    let mut answers = Vec::new();
    for other in others {
        answers.append(&mut other.await.expect("nobody fails who signs up for the other event"));
    }
    let comers = comers.await.expect("nobody fails who wants what is left");

    let people: Vec<String> = (0..members).flat_map(|n| (0..ROLES.len()).map(move |place| email(n, place))).collect();
    let whole = |letters: &[Received]| {
        let mut written: BTreeMap<&str, usize> = BTreeMap::new();
        for letter in letters {
            *written.entry(&letter.recipient).or_default() += 1;
        }
        let few = |email: &&String, letters: usize| written.get(email.as_str()).is_none_or(|some| *some < letters);
        let named = people.iter().find(|email| few(email, 2));
        named.or_else(|| answers.iter().chain(&comers).map(|one| &one.email).find(|email| few(email, 1))).cloned()
    };
    installation.settle_until(Duration::from_secs(240), whole).await;
    let (settled, letters) = (begun.elapsed(), installation.sink.letters());

    everybody_has_one_place(&installation, members, &people, &answers, &comers).await;
    letters_say_so(&letters, &people, &answers, &comers);
    #[expect(clippy::print_stderr, reason = "figures for whoever runs it")]
    {
        eprintln!(
            "{way:?}: {members} contacts named {} people in {:.1} s while {} signed up for another event; all {} letters \
             were sent after {:.1} s",
            people.len(),
            took.as_secs_f64(),
            answers.len(),
            letters.len(),
            settled.as_secs_f64(),
        );
    }
    assert!(took < A_MINUTE, "it took {} s to name everybody", took.as_secs());
    installation.end().await;
}

fn email(member: usize, place: usize) -> String {
    format!("d{member}n{place}@example.no")
}

fn contact_email(member: usize) -> String {
    format!("kontakt{member}@example.no")
}

/// Calls the network together. The contacts' links, in the order of the members.
async fn invited(installation: &Installation, members: usize) -> Vec<String> {
    let numbers = MUNICIPALITIES.lines().skip(1).filter_map(|line| line.split(';').nth(3));
    let line = |(n, number): (usize, &str)| {
        format!("m{n};municipality;Medlem {n};{number};2015-07-01;Kontakt {n};{};nn", contact_email(n))
    };
    let mut table = vec!["member;kind;name;municipality;from;contact_name;contact_email;contact_language".to_owned()];
    table.extend(numbers.take(members).enumerate().map(line));
    assert_eq!(table.len(), members + 1);
    installation.network("nettverket", &table.join("\n")).await;
    let gathering = Gathering {
        year: 2099,
        capacity: members * ROLES.len() + FREE,
        seats: ROLES.len(),
        delegations: "at_most = { elected = 2 }",
        ..Gathering::default()
    };
    installation.import("samling.toml", &gathering.toml()).await;
    let (begun, mut somebody) = (Instant::now(), installation.visitor("nn"));
    loop {
        let form = somebody.get(FORM).await;
        if form.status.is_success() {
            break;
        }
        assert!(begun.elapsed() < PATIENCE, "sign-up is not open: {}", form.words());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }

    let mut organiser = installation.organiser("editor@example.no", "distriktssenteret", "editor").await;
    let page = press(&mut organiser, "samling", &[("what", "invite")]).await;
    assert!(page.words().contains(&format!("{members} medlemmer får invitasjon.")), "{}", page.words());
    let link = |letters: &[Received], n: usize| link_to(letters, &contact_email(n), LINK);
    let without = |letters: &[Received]| (0..members).find(|n| link(letters, *n).is_none()).map(contact_email);
    installation.settle_until(Duration::from_secs(60), without).await;
    let letters = installation.sink.letters();
    (0..members).map(|n| link(&letters, n).expect("a link")).collect()
}

/// Opens the page of a delegation and names everybody who has a seat in it.
async fn contact(mut visitor: Visitor, member: usize, link: String) {
    let page = patiently(&mut visitor, &link, None).await;
    assert!(page.words().contains("5 av 5 plassar har ikkje namn enno."), "{}", page.words());
    let csrf = page.value("csrf").expect("a form");
    for (place, role) in ROLES.iter().enumerate() {
        let email = email(member, place);
        let name = format!("Person {place} frå medlem {member}");
        let fields = [&[("csrf", csrf.as_str())], &naming(&name, &email, role)[..]].concat();
        let answer = patiently(&mut visitor, &link, Some(&fields)).await;
        is_named(&answer, &link, &email);
        if member.is_multiple_of(HASTY) && place == 0 {
            let again = patiently(&mut visitor, &link, Some(&fields)).await;
            assert!(again.words().contains("Denne adressa er alt meld på hos dykk."), "{}", again.words());
        }
    }
    if member.is_multiple_of(GREEDY) {
        let one_more = naming("Ein for mykje", "formykje@example.no", "other");
        let fields = [&[("csrf", csrf.as_str())], &one_more[..]].concat();
        let answer = patiently(&mut visitor, &link, Some(&fields)).await;
        assert!(answer.words().contains("Alle plassane har namn."), "{}", answer.words());
    }
}

/// What was answered with the word to come again may have been done all the same: then the address is there.
fn is_named(answer: &Page, link: &str, email: &str) {
    let done = answer.location.as_deref() == Some(&format!("{link}?gjort=namn"));
    let known = answer.words().contains("Denne adressa er alt meld på hos dykk.");
    assert!(done || known, "{email} was answered {}: {}", answer.status, answer.words());
}

/// Asks until there is an answer other than to come again.
async fn patiently(visitor: &mut Visitor, path: &str, form: Option<&[(&str, &str)]>) -> Page {
    let begun = Instant::now();
    loop {
        let page = match form {
            Some(fields) => visitor.post(path, fields).await,
            None => visitor.get(path).await,
        };
        if page.status != 503 {
            return page;
        }
        assert!(begun.elapsed() < PATIENCE, "{path} was only ever answered to come again");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Somebody who signed up by themselves, and what the screen said.
struct Answered {
    email: String,
    has_place: bool,
}

async fn sign_up(visitor: &mut Visitor, path: &str, email: &str, more: &[(&str, &str)]) -> Answered {
    let form = patiently(visitor, path, None).await;
    let (csrf, submission) = (form.value("csrf").expect("a form"), form.value("submission").expect("a form"));
    let mut fields =
        vec![("csrf", csrf.as_str()), ("submission", submission.as_str()), ("name", "Ein Person"), ("email", email)];
    fields.extend_from_slice(more);
    let answer = patiently(visitor, path, Some(&fields)).await;
    let location = answer.location.unwrap_or_else(|| panic!("{email} was answered {}: {}", answer.status, answer.body));
    let words = patiently(visitor, &local(&location), None).await.words();
    let has_place = words.contains("Takk! Du er påmeld.");
    assert!(has_place || words.contains("Takk! Du står på venteliste."), "{email}: {words}");
    Answered { email: email.to_owned(), has_place }
}

/// Signs people up for the other event until everybody is named.
fn others(
    installation: &Installation,
    client: usize,
    enough: Arc<AtomicBool>,
) -> tokio::task::JoinHandle<Vec<Answered>> {
    let mut visitor = installation.visitor("nn");
    tokio::spawn(async move {
        let mut answers = Vec::new();
        while !enough.load(Ordering::Relaxed) {
            let email = format!("anna{client}n{}@example.no", answers.len());
            answers.push(sign_up(&mut visitor, OTHER_FORM, &email, &[("q-municipality", "Volda")]).await);
        }
        answers
    })
}

/// Signs people up for what is kept for nobody, two at a time.
fn comers(installation: &Installation) -> tokio::task::JoinHandle<Vec<Answered>> {
    let (mut one, mut other) = (installation.visitor("nn"), installation.visitor("nn"));
    tokio::spawn(async move {
        let next = AtomicUsize::new(0);
        let (mut answers, more) = tokio::join!(come(&mut one, &next), come(&mut other, &next));
        answers.extend(more);
        answers
    })
}

async fn come(visitor: &mut Visitor, next: &AtomicUsize) -> Vec<Answered> {
    let mut answers = Vec::new();
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        if n >= WANT_THEM {
            return answers;
        }
        answers.push(sign_up(visitor, FORM, &format!("open{n}@example.no"), &[]).await);
    }
}

/// Nobody is signed up twice or not at all, and nothing has more people than places.
async fn everybody_has_one_place(
    installation: &Installation,
    members: usize,
    people: &[String],
    answers: &[Answered],
    comers: &[Answered],
) {
    use registration::store::{pool, registration as row};
    let databases = installation.databases().await;
    let db = |name: &str| &databases.iter().find(|(service, _)| *service == name).expect("a service").1.read;
    let rows = row::Entity::find().filter(row::Column::State.ne(row::State::Withdrawn)).all(db("registration")).await;
    let rows = rows.expect("the rows");
    let mut states: BTreeMap<&str, row::State> = BTreeMap::new();
    for row in &rows {
        assert_eq!(states.insert(&row.email, row.state), None, "{} is signed up twice", row.email);
    }
    for email in people {
        assert_eq!(states.remove(email.as_str()), Some(row::State::Admitted), "{email} was named");
    }
    for Answered { email, has_place } in answers.iter().chain(comers) {
        let state = if *has_place { row::State::Admitted } else { row::State::Waiting };
        assert_eq!(states.remove(email.as_str()), Some(state), "{email} was answered otherwise");
    }
    assert!(states.is_empty(), "nobody else is there: {states:?}");
    assert_eq!(comers.iter().filter(|one| one.has_place).count(), FREE, "what is kept for others is not given away");
    let places = usize::try_from(OTHER_PLACES).expect("a few");
    assert_eq!(answers.iter().filter(|one| one.has_place).count(), places.min(answers.len()));

    let pools = pool::Entity::find().all(db("registration")).await.expect("the pools");
    for pool in &pools {
        let capacity = pool.capacity.expect("a number of places");
        assert!(pool.taken <= capacity, "{} of {capacity} places of {} are taken", pool.taken, pool.id);
    }
    // A place for each member, one for its elected representatives, and the places of the two events.
    assert_eq!(pools.len(), 2 * members + 2);
    let full = pools.iter().filter(|pool| pool.delegation.is_some()).all(|pool| Some(pool.taken) == pool.capacity);
    assert!(full, "every seat of every delegation and role has somebody");

    let sql = "SELECT COUNT(*) AS people FROM seat WHERE outcome = 'seated' AND cleared_at IS NULL";
    let sql = Statement::from_string(db("gathering").get_database_backend(), sql);
    let seats = db("gathering").query_one_raw(sql).await.expect("the seats").expect("a number");
    assert_eq!(usize::try_from(seats.try_get::<i64>("", "people").expect("a number")), Ok(people.len()));
}

/// Whoever is named gets an invitation and a letter that asks; whoever signed up gets the answer; nobody gets more.
fn letters_say_so(letters: &[Received], people: &[String], answers: &[Answered], comers: &[Answered]) {
    let mut by_person: BTreeMap<&str, Vec<&Received>> = BTreeMap::new();
    for letter in letters {
        by_person.entry(&letter.recipient).or_default().push(letter);
    }
    for email in people {
        let theirs = &by_person[email.as_str()];
        let subjects: Vec<String> = theirs.iter().map(|letter| letter.subject()).collect();
        assert_eq!(theirs.len(), 2, "{email} got {subjects:?}");
        let invitations = theirs.iter().filter(|letter| letter.method().as_deref() == Some("REQUEST")).count();
        assert_eq!(invitations, 1, "{email} got {subjects:?}");
        assert!(subjects.iter().any(|subject| subject.contains("Stemmer det at du kjem?")), "{email} got {subjects:?}");
    }
    for Answered { email, has_place } in answers.iter().chain(comers) {
        let [letter] = by_person[email.as_str()].as_slice() else { panic!("{email} has not one letter") };
        assert_eq!(letter.method().is_some(), *has_place, "{email}: {}", letter.subject());
    }
    let mut ids: Vec<String> = letters.iter().map(Received::message_id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), letters.len(), "no letter came twice");
}
