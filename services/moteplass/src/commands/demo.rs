mod days;

use super::import;
use crate::House;
use crate::print::line;
use anyhow::{Context, bail};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use chrono::{Days, NaiveDate, Utc};
use days::{monday_of_free, next_free};
use host::{Front, RateLimit, Settings};
use migrations::SERVICES;
use proto::account::Role;
use proto::{Language, Localised};
use serde_json::{Map, Value, json};
use std::ffi::OsStr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tower::ServiceExt;

/// The files of the demonstration: organisations with their logos, then events. Templates, so that their dates lie ahead of today.
#[derive(rust_embed::RustEmbed)]
#[folder = "demo"]
struct Files;

/// For how many days made-up events are shown before new ones are made.
const FRESH: u64 = 4;

/// How many days at the beginning of a week what lasts longest takes, with the day of its deadline.
const LONGEST: u64 = 3;

/// Rooms that lead nowhere, unless the settings name some: what is shown is the way to them.
pub fn set_rooms(settings: &mut Settings) -> anyhow::Result<()> {
    if settings.rooms_url.is_none() {
        settings.rooms_url = Some("https://rom.example.org/".parse()?);
        settings.rooms_issuer = Some("moteplass".to_owned());
        settings.rooms_secret = Some("made up, as everything in the demonstration is".to_owned());
    }
    Ok(())
}

/// Runs everything with made-up events and people, on SQLite and in process, with letters in a folder.
pub async fn run(house: &House) -> anyhow::Result<()> {
    let settings = &house.settings;
    if settings.database.is_some() || settings.broker.is_some() || settings.smtp.is_some() {
        bail!("the demonstration keeps to itself: unset MOTEPLASS_DATABASE, MOTEPLASS_BROKER and MOTEPLASS_SMTP");
    }
    let Some(_alone) = house.alone(&SERVICES)? else {
        bail!("a demonstration runs already in {}", settings.data.display())
    };
    let today = Utc::now().date_naive();
    let made = settings.data.join("made-on");
    let fresh = std::fs::read_to_string(&made)
        .ok()
        .and_then(|day| day.parse::<NaiveDate>().ok())
        .is_some_and(|day| day <= today && today < day + Days::new(FRESH));
    if !fresh {
        clear(&settings.data)?;
    }
    house.prepare().await?;
    let services = house.services(&SERVICES).await?;
    // The made-up people all come at once and from one place.
    let unlimited = Settings { rate_limit: RateLimit::Off, ..house.settings.as_ref().clone() };
    let front = Front { settings: Arc::new(unlimited), ..house.front() };
    let router = front.router(services.iter().map(|service| service.routes.clone()), Vec::new());
    let fill = async {
        if !fresh {
            line("Making events and people up ...");
            fill(house, &router, today).await?;
            std::fs::write(&made, today.to_string())?;
        }
        tell(house).await
    };
    let serving = house.serve(services);
    tokio::pin!(serving);
    tokio::select! {
        filled = fill => filled.context("cannot fill the demonstration")?,
        ended = &mut serving => return ended,
    }
    serving.await
}

/// Removes an older demonstration, but for the locks and the keys, which are in use. Only what it made itself lies here.
fn clear(folder: &Path) -> anyhow::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let removed = match entry.file_type()?.is_dir() {
            true => std::fs::remove_dir_all(entry.path()),
            false if kept(&entry.file_name()) => Ok(()),
            false => std::fs::remove_file(entry.path()),
        };
        removed.with_context(|| format!("cannot remove {}", entry.path().display()))?;
    }
    Ok(())
}

fn kept(name: &OsStr) -> bool {
    name == "key" || name == "answers_key" || Path::new(name).extension().is_some_and(|extension| extension == "lock")
}

async fn fill(house: &House, router: &Router, today: NaiveDate) -> anyhow::Result<()> {
    let organisations = dated("organisations.toml", today)?;
    let beside = |name: &str| Files::get(name).map(|file| file.data.into_owned());
    import::take_in_organisations(house, "organisations.toml", &organisations, &beside).await?;
    within("the organisations are known", || async { Ok(house.under_way().await? == 0) }).await?;
    let network = dated(&format!("{NETWORK}.toml"), today)?;
    let members = Files::get(&format!("{NETWORK}.csv")).context("the members of the network are not in the program")?;
    let (name, table_name) = (format!("{NETWORK}.toml"), format!("{NETWORK}.csv"));
    import::take_in_network(house, (&name, &network), (&table_name, &members.data)).await?;
    let is_event = |file: &str| file.ends_with(".toml") && file != "organisations.toml" && file != name;
    for file in Files::iter().filter(|file| is_event(file)) {
        import::take_in(house, &file, &dated(&file, today)?).await?;
    }
    let title = [
        (Language::Nn, "Kva er ein god stad?"),
        (Language::Nb, "Hva er et godt sted?"),
        (Language::En, "What is a good place?"),
    ];
    webinar::hold_one_before(&house.host("webinar").await?, SERIES, HELD, Localised::from(title)).await?;
    conference::plan_on(&house.host("conference").await?, CONFERENCE).await?;
    for crowd in CROWDS {
        within("sign-up is open", || async { Ok(ask(router, "GET", &crowd.path(), &Value::Null).await?.0 == 200) })
            .await?;
        let (_, event) = ask(router, "GET", &crowd.path(), &Value::Null).await?;
        // Who follows a series is signed up with it.
        let follows = |number: &usize| DATES.contains(&crowd.slug) && FOLLOWERS.contains(number);
        for number in (0..crowd.people).filter(|number| !follows(number)) {
            let person = crowd.person(number, &event);
            let (status, answer) = ask(router, "POST", &format!("{}/registrations", crowd.path()), &person).await?;
            if status != 201 {
                bail!("signing up for {} was answered {status}: {answer}", crowd.slug);
            }
        }
    }
    follow(house, router).await?;
    within("everybody has a seat", || async { Ok(house.under_way().await? == 0) }).await?;
    webinar::demonstrate(&house.host("webinar").await?, OVER).await?;
    within("it is known who came", || async { Ok(house.under_way().await? == 0) }).await?;
    // Only what lies ahead can be signed up for, so this one is moved when people have.
    let over = format!("{OVER}.toml");
    import::take_in(house, &over, &dated(&over, today - Days::new(ago(today)))?).await?;
    // Last, since the seats that it takes are given out behind what people wait for.
    let gatherings = house.host("gathering").await?;
    gathering::demonstrate(&gatherings, GATHERING).await?;
    within("delegations have their seats", || async { Ok(house.under_way().await? == 0) }).await?;
    gathering::demonstrate_plans(&gatherings, GATHERING).await
}

/// Lets some follow the series, of whom one skips the date that comes first.
async fn follow(house: &House, router: &Router) -> anyhow::Result<()> {
    let mut dates = Vec::new();
    for crowd in CROWDS.into_iter().filter(|crowd| DATES.contains(&crowd.slug)) {
        let (_, event) = ask(router, "GET", &crowd.path(), &Value::Null).await?;
        dates.push((crowd, event));
    }
    let follower = |number: usize| {
        let answers = dates.iter().filter_map(|(crowd, event)| {
            let person = crowd.person(number, event);
            person["answers"].as_object().cloned()
        });
        registration::Follower {
            name: name(number),
            email: email(number),
            language: if number.is_multiple_of(2) { Language::Nn } else { Language::Nb },
            answers: answers.flatten().collect(),
        }
    };
    let people: Vec<registration::Follower> = FOLLOWERS.into_iter().map(follower).collect();
    let signed_up = registration::demonstrate(&house.host("registration").await?, SERIES, &people).await?;
    let first = signed_up.last().and_then(|dates| dates.first()).context("nobody is signed up with the series")?;
    let (status, answer) = ask(router, "DELETE", &format!("/api/v1/registrations/{first}"), &Value::Null).await?;
    if status != 204 && status != 200 {
        bail!("skipping a date was answered {status}: {answer}");
    }
    Ok(())
}

/// How many days before today its file must have been written for what its `day(20)` names to be over for more than a day, so
/// that the letters which go a day after have gone.
fn ago(today: NaiveDate) -> u64 {
    let yesterday = today - Days::new(1);
    (22..60).find(|ago| next_free(today + Days::new(20) - Days::new(*ago)) < yesterday).unwrap_or(60)
}

/// A demo file with its dates.
fn dated(file: &str, today: NaiveDate) -> anyhow::Result<String> {
    let embedded = Files::get(file).with_context(|| format!("{file} is not in the program"))?;
    let mut environment = minijinja::Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    environment.add_function("day", move |ahead: u64| next_free(today + Days::new(ahead)).to_string());
    environment.add_function("soon", |minutes: i64| {
        let at = Utc::now().with_timezone(&chrono_tz::Europe::Oslo) + chrono::TimeDelta::minutes(minutes);
        at.format("%Y-%m-%dT%H:%M:00").to_string()
    });
    environment.add_function("weekday", move |ahead: u64, weekday: u64| {
        (monday_of_free(today + Days::new(ahead), LONGEST) + Days::new(weekday)).to_string()
    });
    Ok(environment.render_str(std::str::from_utf8(&embedded.data)?, ())?)
}

/// What a made-up person is called.
fn name(number: usize) -> String {
    format!("{} {}", FIRST[number % FIRST.len()], LAST[number / FIRST.len() % LAST.len()])
}

fn email(number: usize) -> String {
    format!("person{number}@example.no")
}

/// Made-up people who have signed up for one of the events.
struct Crowd {
    slug: &'static str,
    people: usize,
}

impl Crowd {
    fn path(&self) -> String {
        format!("/api/v1/events/{}", self.slug)
    }

    fn person(&self, number: usize, event: &Value) -> Value {
        let required =
            event["questions"].as_array().into_iter().flatten().filter(|question| question["required"] == true);
        let answers: Map<String, Value> = required
            .filter_map(|question| Some((question["key"].as_str()?.to_owned(), self.answer(question, number))))
            .collect();
        let mut person = json!({
            "name": name(number),
            "email": email(number),
            "language": if self.swedish() { "sv" } else { ["nn", "nb"][number % 2] },
            "answers": answers,
            "choices": [],
        });
        if self.slug == CONFERENCE {
            let form = if number % 5 == 4 { "online" } else { "in_person" };
            person["form"] = json!(form);
            person["choices"] = json!(sessions(event, form, number));
        }
        person
    }

    fn answer(&self, question: &Value, number: usize) -> Value {
        let option = || {
            let options = question["options"].as_array().map_or(&[][..], Vec::as_slice);
            options.get(number % options.len().max(1)).map_or(Value::Null, |option| option["value"].clone())
        };
        match question["type"].as_str() {
            Some("municipality") if self.swedish() => json!("Kristinehamn"),
            Some("municipality") => json!(TOWNS[number % TOWNS.len()]),
            Some("one_of") => option(),
            Some("several_of") => json!([option()]),
            Some("yes_no") => json!(number.is_multiple_of(2)),
            Some("number") => json!(number),
            _ => json!("Eit døme"),
        }
    }

    fn swedish(&self) -> bool {
        self.slug == IN_SWEDISH
    }
}

const FIRST: [&str; 8] = ["Ask", "Bjørk", "Eine", "Furu", "Hassel", "Lind", "Older", "Rogn"];
const LAST: [&str; 4] = ["Døme", "Prøve", "Påfunn", "Utkast"];
const TOWNS: [&str; 5] = ["Volda", "Steinkjer", "Alstahaug", "Sogndal", "Narvik"];

/// Three dates to come, and one that was held.
const SERIES: &str = "stadutvikling-i-distrikta";
const HELD: &str = "kva-er-ein-god-stad";
const NEARLY_FULL: &str = "fra-tomme-lokale-til-liv";
const WITH_WAITING_LIST: &str = "folk-som-kjem-og-blir";
const WITH_OFFERS: &str = "eit-variert-bustadtilbod";
const IN_SWEDISH: &str = "samverkansmodell-for-platsutveckling";
const CONFERENCE: &str = "bylivkonferansen";
const GATHERING: &str = "nettverkssamling-for-byregionar";
const NETWORK: &str = "byregionprogrammet";
/// At most so many places make a session of the conference a small one.
const SMALL: u64 = 8;
/// Is over by the time that anybody looks.
const OVER: &str = "gardsdrift-og-gatefest";
const IN_A_ROOM: &str = "rom-for-nye-idear";
/// The dates of the series that people sign up for.
const DATES: [&str; 5] = [OVER, IN_A_ROOM, NEARLY_FULL, WITH_WAITING_LIST, WITH_OFFERS];
/// Of those who come to one of them or more, who follows the series.
const FOLLOWERS: [usize; 3] = [6, 9, 10];
const CROWDS: [Crowd; 7] = [
    Crowd { slug: OVER, people: 14 },
    Crowd { slug: IN_A_ROOM, people: 3 },
    Crowd { slug: CONFERENCE, people: 48 },
    Crowd { slug: NEARLY_FULL, people: 11 },
    Crowd { slug: WITH_WAITING_LIST, people: 10 },
    Crowd { slug: WITH_OFFERS, people: 7 },
    Crowd { slug: IN_SWEDISH, people: 9 },
];

async fn ask(router: &Router, method: &str, path: &str, body: &Value) -> anyhow::Result<(u16, Value)> {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/json")
        .header("idempotency-key", uuid::Uuid::now_v7().to_string())
        .body(if body.is_null() { Body::empty() } else { Body::from(body.to_string()) })?;
    let answer = router.clone().oneshot(request).await?;
    let status = answer.status().as_u16();
    let body = axum::body::to_bytes(answer.into_body(), 1 << 20).await?;
    Ok((status, serde_json::from_slice(&body).unwrap_or(Value::Null)))
}

/// One of the small sessions, so that these fill up, and a large one at another time.
fn sessions(event: &Value, form: &str, number: usize) -> Vec<Value> {
    let open: Vec<&Value> = event["choices"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|choice| choice["form"].is_null() || choice["form"] == form)
        .collect();
    let day = |choice: &Value| choice["starts_at"].as_str().and_then(|at| at.get(..10)).map(str::to_owned);
    let (small, large): (Vec<&Value>, Vec<&Value>) =
        open.into_iter().partition(|choice| choice["places_left"].as_u64().is_some_and(|left| left <= SMALL));
    let one = small.get(number % small.len().max(1)).copied();
    let elsewhere: Vec<&&Value> = large.iter().filter(|choice| one.is_none_or(|one| day(one) != day(choice))).collect();
    let other = elsewhere.get(number % elsewhere.len().max(1)).map(|choice| **choice);
    one.into_iter().chain(other).map(|choice| choice["id"].clone()).collect()
}

/// How long the demonstration waits for its own messages.
const PATIENCE: Duration = Duration::from_secs(60);

async fn within<F, Fut>(what: &str, is_so: F) -> anyhow::Result<()>
where
    F: Fn() -> Fut,
    Fut: Future<Output = anyhow::Result<bool>>,
{
    let begun = Instant::now();
    while !is_so().await? {
        if begun.elapsed() > PATIENCE {
            bail!("after {} s it is still not so that {what}", PATIENCE.as_secs());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

/// Says where to look.
async fn tell(house: &House) -> anyhow::Result<()> {
    let organiser =
        portal::invite(&house.host("portal").await?, "arrangor@example.no", "distriktssenteret", Role::Owner).await?;
    line("");
    line(format_args!("Møteplass        {}", house.settings.address("/")));
    line(format_args!("  a conference   {}", house.settings.address(&format!("/konferanse/{CONFERENCE}/program"))));
    line(format_args!("  its planners   {}", house.settings.address(&format!("/arrangor/konferanse/{CONFERENCE}"))));
    line(format_args!("  a gathering    {}", house.settings.address(&format!("/samling/{GATHERING}"))));
    line(format_args!("  its network    {}", house.settings.address(&format!("/nettverk/{NETWORK}"))));
    line(format_args!("  who is missing {}", house.settings.address(&format!("/arrangor/samling/{GATHERING}"))));
    line(format_args!(
        "  who took part  {}",
        house.settings.address(&format!("/arrangor/nettverk/{NETWORK}/deltaking"))
    ));
    line(format_args!("  its tables     {}", house.settings.address(&format!("/arrangor/samling/{GATHERING}/planar"))));
    line(format_args!("  nearly full    {}", house.settings.address(&format!("/webinar/{NEARLY_FULL}"))));
    line(format_args!("  a series       {}", house.settings.address(&format!("/webinar/rekkje/{SERIES}"))));
    line(format_args!("  its organisers {}", house.settings.address(&format!("/arrangor/webinar/rekkje/{SERIES}"))));
    line(format_args!("  waiting list   {}", house.settings.address(&format!("/webinar/{WITH_WAITING_LIST}"))));
    line(format_args!("  in a room      {}", house.settings.address(&format!("/webinar/{IN_A_ROOM}"))));
    line(format_args!("  over           {}", house.settings.address(&format!("/arrangor/webinar/{OVER}/frammote"))));
    line(format_args!("  in Swedish     {}", house.settings.address(&format!("/webinar/{IN_SWEDISH}?sprak=sv"))));
    line(format_args!("  the letters    {}", house.settings.address("/postkasse")));
    line(format_args!("  as organiser   {}", organiser.address));
    line(format_args!("The data are in {}. Stop with Ctrl-C.", house.settings.data.display()));
    Ok(())
}
