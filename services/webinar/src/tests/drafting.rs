//! A webinar from nothing, as its organisers and those who come meet it.

use super::world::{Answer, World, at, organisation, world};
use crate::hears::Hearing;
use crate::store::webinar;
use axum::http::{StatusCode, header};
use drafting::store as draft;
use host::testing::{KINDS, Kind};
use proto::account::Role;
use proto::event::{EventPublished, EventUnpublishingAsked, Form, Pool};
use proto::organisation::OrganisationChanged;
use proto::registration::{PoolPlaces, SignupChanged, SignupUnpublishingAnswered};
use uuid::Uuid;

const LIST: &str = "/arrangor/webinar";
const MEETING: &str = "https://mote.example.org/rom/nytt";

const TEXTS: [(&str, &str); 7] = [
    ("title_nn", "Frå <ingenting> til noko"),
    ("title_nb", "Fra <ingenting> til noe"),
    ("summary_nn", "Ein time."),
    ("summary_nb", "En time."),
    ("description_nn", "Første.\r\n\r\nAndre."),
    ("description_nb", "Et avsnitt."),
    ("title_en", "From nothing to something"),
];
const TIME: [(&str, &str); 7] = [
    ("day-day", "16"),
    ("day-month", "3"),
    ("day-year", "2037"),
    ("starts", "10"),
    ("ends", "11.30"),
    ("timezone", "Europe/Oslo"),
    ("meeting_url", MEETING),
];
const SIGN_UP: [(&str, &str); 3] =
    [("capacity", "40"), ("contact_name", "Kurskontoret"), ("contact_email", "kurs@distriktssenteret.example")];

/// Somebody who may make webinars, and the draft that has been begun.
pub(super) struct Drafting {
    pub(super) world: World,
    pub(super) cookies: String,
    pub(super) csrf: String,
    /// Of the draft.
    pub(super) path: String,
}

impl Drafting {
    pub(super) async fn begin(kind: Kind) -> Self {
        let world = world(kind).await;
        let (visit, csrf) = host::testing::visitor(&world.host);
        let cookies = format!("{visit}; {}", world.signed_in("distriktssenteret", Role::Editor));
        let fields = [("csrf", csrf.as_str()), ("organisation", "distriktssenteret")];
        let begun = world.send(LIST, &cookies, &fields).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text);
        let first = begun.header(header::LOCATION).to_owned();
        let path = first.strip_suffix("/steg/tekst").expect("on to the first step").to_owned();
        Self { world, cookies, csrf, path }
    }

    fn id(&self) -> Uuid {
        self.path.rsplit('/').next().unwrap().parse().unwrap()
    }

    pub(super) async fn row(&self) -> draft::Model {
        draft::find(&self.world.host.db.read, self.id()).await.unwrap().expect("a draft")
    }

    pub(super) async fn save(&self, step: &str, version: &str, fields: &[(&str, &str)]) -> Answer {
        let own = [("csrf", self.csrf.as_str()), ("version", version)];
        self.world.send(&format!("{}/steg/{step}", self.path), &self.cookies, &[&own, fields].concat()).await
    }

    pub(super) async fn fill_in(&self) {
        let steps: [(&str, &[(&str, &str)]); 3] = [("tekst", &TEXTS), ("tid", &TIME), ("pamelding", &SIGN_UP)];
        for (step, fields) in steps {
            let saved = self.save(step, &self.row().await.version.to_string(), fields).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{step}: {}", saved.text);
        }
        for ready in ["municipality", "access"] {
            self.ask(ready).await;
        }
    }

    /// Adds a question, and leads to where that led.
    pub(super) async fn ask(&self, what: &str) -> String {
        let version = self.row().await.version.to_string();
        let added = self.save("sporsmal", &version, &[("do", "add"), ("what", what)]).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{what}: {}", added.text);
        added.header(header::LOCATION).to_owned()
    }

    pub(super) async fn publish(&self, version: i64) -> Answer {
        let version = version.to_string();
        let fields = [("csrf", self.csrf.as_str()), ("version", version.as_str()), ("sure", "yes")];
        self.world.send(&self.path, &self.cookies, &fields).await
    }

    pub(super) async fn look(&self, path: &str) -> Answer {
        self.world.look(path, &self.cookies).await
    }

    pub(super) async fn published(&self) -> Vec<EventPublished> {
        bus::testing::said_of(&self.world.host.db).await
    }
}

#[tokio::test]
async fn a_draft_is_filled_in_step_by_step_published_and_seen_by_all() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        let page = drafting.look(&drafting.path).await;
        assert!(page.text.contains("Skriv ein tittel (Nynorsk)") && page.text.contains("Utan tittel"));
        assert!(!page.text.contains("Publiser arrangementet"), "not before nothing is missing");
        drafting.fill_in().await;
        let page = drafting.look(&drafting.path).await;
        assert!(
            page.text.contains("Ingenting manglar.") && page.text.contains("Publiser arrangementet"),
            "{}",
            page.text
        );
        assert_eq!(drafting.published().await, [], "nobody hears of a draft");

        let done = drafting.publish(drafting.row().await.version).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let event = drafting.published().await.pop().expect("it is said").event;
        assert!(event.slug.starts_with("fra-ingenting-til-noko-"), "{}", event.slug);
        assert_eq!((event.revision, event.organisation.as_str()), (1, "distriktssenteret"));
        assert_eq!(event.starts_at, at("2037-03-16T09:00:00Z"));
        assert_eq!(event.sign_up.closes_at, event.starts_at);
        let asked: Vec<&str> = event.sign_up.questions.iter().map(|question| question.key.as_str()).collect();
        assert_eq!(asked, ["municipality", "access"]);

        let public = drafting.world.get(&event.path()).await;
        assert_eq!(public.status, StatusCode::OK);
        assert!(public.text.contains("Frå &lt;ingenting&gt; til noko") && public.text.contains("Kurskontoret"));
        assert!(!public.text.contains("mote.example.org"));
        let row = webinar::by_slug(&drafting.world.host.db.read, &event.slug).await.unwrap().unwrap();
        assert_eq!(row.meeting_url, MEETING);
        let list = drafting.look(LIST).await;
        assert!(list.text.contains(&format!("/arrangor/webinar/{}", event.slug)) && list.text.contains(&drafting.path));
    }
}

#[tokio::test]
async fn what_is_changed_after_publishing_is_seen_when_it_is_published_too() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        drafting.fill_in().await;
        drafting.publish(drafting.row().await.version).await;
        let changed: Vec<(&str, &str)> =
            TIME.iter().map(|(name, value)| (*name, if *name == "starts" { "9.30" } else { value })).collect();
        drafting.save("tid", &drafting.row().await.version.to_string(), &changed).await;
        let page = drafting.look(&drafting.path).await;
        assert!(page.text.contains("det som er endra sidan") && page.text.contains("Publiser endringane"));
        assert_eq!(drafting.published().await.len(), 1);
        assert_eq!(drafting.publish(drafting.row().await.version).await.status, StatusCode::SEE_OTHER);
        let said = drafting.published().await;
        let event = &said[1].event;
        assert_eq!((event.revision, event.starts_at), (2, at("2037-03-16T08:30:00Z")));
        assert_eq!((event.id, &event.slug), (said[0].event.id, &said[0].event.slug));
        assert!(!drafting.look(&drafting.path).await.text.contains("Publiser endringane"));
        let sure = [("csrf", drafting.csrf.as_str()), ("sure", "yes")];
        let path = format!("{}/slett", drafting.path);
        let kept = drafting.world.send(&path, &drafting.cookies, &sure).await;
        assert_eq!(kept.status, StatusCode::NOT_FOUND, "what is published is cancelled, not deleted");
    }
}

#[tokio::test]
async fn what_is_taken_off_the_pages_is_a_draft_again_and_keeps_its_address() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        drafting.fill_in().await;
        drafting.publish(drafting.row().await.version).await;
        let event = drafting.published().await.pop().expect("it is said").event;
        let own = format!("{}/avpublisering", drafting.path);
        let answer = |revision, signed_up| SignupUnpublishingAnswered { event_id: event.id, revision, signed_up };
        let ask = async |fields: &[(&str, &str)]| {
            let csrf = [("csrf", drafting.csrf.as_str())];
            drafting.world.send(&own, &drafting.cookies, &[&csrf, fields].concat()).await
        };
        let asked = async || bus::testing::said_of::<EventUnpublishingAsked>(&drafting.world.host.db).await;
        let told = ask(&[("reason", " ")]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.text.contains("Skriv kvifor det skal av nettsida") && told.text.contains("Set kryss"));

        // Somebody has signed up meanwhile.
        let why = [("reason", "Feil <dag>"), ("sure", "yes")];
        assert_eq!(ask(&why).await.status, StatusCode::SEE_OTHER);
        assert!(drafting.look(&own).await.text.contains("Vi ser etter om nokon har meldt seg på"));
        assert_eq!(ask(&why).await.status, StatusCode::CONFLICT, "once at a time");
        drafting.world.hear(answer(asked().await[0].revision, 2)).await;
        assert!(drafting.look(&own).await.text.contains("2 personar var påmelde"));
        assert_eq!(drafting.world.get(&event.path()).await.status, StatusCode::OK);

        // It is published anew before the answer comes.
        ask(&why).await;
        drafting
            .save("tekst", &drafting.row().await.version.to_string(), &[("title_nn", "A"), ("title_nb", "B")])
            .await;
        drafting.save("tekst", &drafting.row().await.version.to_string(), &TEXTS).await;
        drafting
            .save(
                "pamelding",
                &drafting.row().await.version.to_string(),
                &[&SIGN_UP[1..], &[("capacity", "41")]].concat(),
            )
            .await;
        drafting.publish(drafting.row().await.version).await;
        drafting.world.hear(answer(asked().await[1].revision, 0)).await;
        assert_eq!(drafting.world.get(&event.path()).await.status, StatusCode::OK);

        ask(&why).await;
        let revision = asked().await[2].revision;
        let said = bus::testing::hear(&Hearing, &drafting.world.host, answer(revision, 0)).await.expect("heard");
        assert_eq!(said.len(), 1, "others are told");
        for path in [event.path(), format!("{}.ics", event.path()), format!("/arrangor/webinar/{}", event.slug)] {
            assert_eq!(drafting.look(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let page = drafting.look(&drafting.path).await.text;
        assert!(page.contains("Grunn: Feil &lt;dag&gt;") && page.contains("Slett utkastet"), "{page}");
        let list = drafting.look(LIST).await.text;
        assert!(!list.contains(&event.slug) && list.contains(&drafting.path));

        drafting.publish(drafting.row().await.version).await;
        let again = drafting.published().await.pop().expect("it is said").event;
        assert_eq!((again.id, &again.slug), (event.id, &event.slug));
        assert!(again.revision > revision);
        assert_eq!(drafting.world.get(&event.path()).await.status, StatusCode::OK);

        let admitted = drafting.world.admitted(event.id).await;
        let page = drafting.look(&own).await.text;
        assert!(
            page.contains("1 person har plass") && !page.contains("<textarea") && page.contains("/avlysing"),
            "{page}"
        );
        drop(admitted);
    }
}

#[tokio::test]
async fn those_who_meet_and_those_online_have_places_each() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        drafting.fill_in().await;
        drafting.publish(drafting.row().await.version).await;
        let shared = drafting.published().await.pop().expect("it is said").event.sign_up.pools[0].id;
        let venue = [&TIME[..], &[("venue_nn", "Biblioteket"), ("venue_nb", "Biblioteket")]].concat();
        drafting.save("tid", &drafting.row().await.version.to_string(), &venue).await;
        let places = [&SIGN_UP[..], &[("apart_asked", "yes"), ("apart", "yes"), ("online_capacity", "500")]].concat();
        drafting.save("pamelding", &drafting.row().await.version.to_string(), &places).await;
        let done = drafting.publish(drafting.row().await.version).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let event = drafting.published().await.pop().expect("it is said").event;
        let pools: Vec<_> = event.sign_up.pools.iter().map(|pool| (pool.form, pool.capacity)).collect();
        assert_eq!(pools, [(Some(Form::InPerson), Some(40)), (Some(Form::Online), Some(500))]);
        assert_eq!(event.sign_up.pools[1].id, shared, "whoever is signed up keeps the place");

        let places = |pool: &Pool, left| PoolPlaces { pool_id: pool.id, left: Some(left), taken: 0, waiting: 3 };
        let pools = vec![places(&event.sign_up.pools[0], 0), places(&event.sign_up.pools[1], 499)];
        let told = SignupChanged {
            event_id: event.id,
            revision: 7,
            open: true,
            places_left: Some(499),
            waiting: Some(3),
            pools,
        };
        drafting.world.hear(told).await;
        let page = drafting.world.get(&event.path()).await.text;
        assert!(page.contains("Fysisk</span>: fullt, 3 på venteliste"), "{page}");
        assert!(page.contains("På nett</span>: 499 ledige plassar"));
    }
}

#[tokio::test]
async fn a_copy_is_a_draft_of_its_own_without_day_and_deadline() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        drafting.fill_in().await;
        drafting.publish(drafting.row().await.version).await;
        let fields = [("csrf", drafting.csrf.as_str())];
        let path = format!("{}/kopi", drafting.path);
        let copied = drafting.world.send(&path, &drafting.cookies, &fields).await;
        let target = copied.header(header::LOCATION).strip_suffix("?gjort=kopiert").expect("copied").to_owned();
        let before = drafting.row().await;
        let copy = Drafting { path: target, ..drafting };
        let row = copy.row().await;
        assert_eq!((row.draft().title.clone(), row.slug.clone()), (before.draft().title.clone(), None));
        assert!(row.draft().day.is_empty() && row.draft().closes.is_empty());
        copy.save("tid", "1", &TIME).await;
        assert_eq!(copy.publish(2).await.status, StatusCode::SEE_OTHER);
        let said = copy.published().await;
        assert!(said.len() == 2 && said[0].event.slug != said[1].event.slug && said[0].event.id != said[1].event.id);
    }
}

#[tokio::test]
async fn a_step_is_kept_with_whatever_stands_in_it() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        let saved = drafting.save("tekst", "1", &[("title_en", " Only <this>\u{0} "), ("go", "on")]).await;
        assert_eq!(saved.header(header::LOCATION), format!("{}/steg/tid", drafting.path));
        let wrong = [("day-day", "30"), ("day-month", "2"), ("starts", "<25:99>"), ("timezone", "Europe/Oslo")];
        let told = drafting.save("tid", "2", &wrong).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        for (words, times) in [("Skriv ein dag som finst", 2), ("Skriv starten slik: 10:00", 2)] {
            assert_eq!(told.text.matches(words).count(), times, "in the summary and at the field: {words}");
        }
        assert!(!told.text.contains("Skriv når webinaret sluttar"), "what is not written yet can wait");
        let row = drafting.row().await;
        assert_eq!((row.version, row.draft().starts.as_str()), (3, "<25:99>"));
        let again = drafting.look(&format!("{}/steg/tid", drafting.path)).await;
        assert!(again.text.contains("value=\"&lt;25:99&gt;\""), "{}", again.text);
        let texts = drafting.look(&format!("{}/steg/tekst", drafting.path)).await;
        assert!(texts.text.contains("value=\"Only &lt;this&gt;\""));
    }
}

#[tokio::test]
async fn two_who_change_the_same_step_do_not_write_over_one_another() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        let (visit, csrf) = host::testing::visitor(&drafting.world.host);
        let colleague = Drafting {
            cookies: format!("{visit}; {}", drafting.world.signed_in("distriktssenteret", Role::Owner)),
            csrf,
            path: drafting.path.clone(),
            world: drafting.world,
        };
        assert_eq!(colleague.save("tekst", "1", &[("title_nn", "Den første")]).await.status, StatusCode::SEE_OTHER);
        let other = Drafting { cookies: drafting.cookies, csrf: drafting.csrf, ..colleague };
        let told = other.save("tekst", "1", &[("title_nn", "Den andre")]).await;
        assert_eq!(told.status, StatusCode::CONFLICT);
        assert!(told.text.contains("Ein annan i organisasjonen har endra dette steget"), "{}", told.text);
        assert!(told.text.contains("value=\"Den andre\""), "what was typed is kept");
        assert_eq!(other.row().await.draft().title.get(proto::Language::Nn), "Den første");
        // Another step is nobody's business; the same words twice are no change.
        assert_eq!(other.save("pamelding", "1", &SIGN_UP).await.status, StatusCode::SEE_OTHER);
        assert_eq!(other.save("tekst", "1", &[("title_nn", "Den første")]).await.status, StatusCode::SEE_OTHER);
        // The form that told of it knows the newer version.
        let row = other.row().await;
        assert_eq!(other.save("tekst", &row.version.to_string(), &[("title_nn", "Den andre")]).await.status, 303);
        assert_eq!(other.row().await.draft().title.get(proto::Language::Nn), "Den andre");
    }
}

#[tokio::test]
async fn nothing_is_published_that_lacks_something_or_was_changed_meanwhile() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        assert_eq!(drafting.publish(1).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        drafting.fill_in().await;
        let stale = drafting.publish(1).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert!(stale.text.contains("Utkastet er endra etter at du opna sida"));
        let mut bare = organisation("distriktssenteret", 2, "distriktssenteret");
        bare.accessibility_statement = String::new();
        drafting.world.hear(OrganisationChanged { organisation: bare }).await;
        let refused = drafting.publish(drafting.row().await.version).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Organisasjonen manglar tilgjengelegheitserklæring"));
        let mut more = organisation("distriktssenteret", 3, "distriktssenteret");
        more.required_languages.push(proto::Language::En);
        drafting.world.hear(OrganisationChanged { organisation: more }).await;
        let refused = drafting.publish(drafting.row().await.version).await;
        assert!(refused.text.contains("Skriv eit samandrag (English)") && !refused.text.contains("tittel (English)"));
        assert_eq!(drafting.published().await, []);
        assert_eq!(drafting.row().await.slug, None);
    }
}

#[tokio::test]
async fn the_preview_is_the_page_in_each_language_and_for_nobody_else() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        let early = drafting.look(&format!("{}/sja/nn", drafting.path)).await;
        assert_eq!(early.header(header::LOCATION), drafting.path, "there is nothing to see yet");
        drafting.save("tekst", "1", &TEXTS[..6]).await;
        drafting.save("tid", "2", &TIME[..6]).await;
        drafting.ask("municipality").await;
        for (language, title) in [("nn", "Frå"), ("nb", "Fra"), ("sv", "Fra"), ("en", "Fra")] {
            let page = drafting.look(&format!("{}/sja/{language}", drafting.path)).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.text.contains(&format!("<html lang=\"{language}\"")), "{}", page.text);
            assert!(page.text.contains(&format!("{title} &lt;ingenting&gt; til no")));
            assert!(!page.text.contains("/pamelding/") && !page.text.contains("ld+json"), "nothing leads nowhere");
            let cookies: Vec<_> = page.headers.get_all(header::SET_COOKIE).iter().collect();
            assert!(!format!("{cookies:?}").contains("sprak="), "the organiser's own language stays");
        }
        assert_eq!(drafting.look(&format!("{}/sja/de", drafting.path)).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_draft_is_there_for_editors_and_owners_of_its_organisation_only() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        drafting.fill_in().await;
        let version = drafting.row().await.version.to_string();
        let (visit, csrf) = host::testing::visitor(&drafting.world.host);
        let world = &drafting.world;
        for role in Role::ALL {
            for slug in ["distriktssenteret", "bylivsenteret"] {
                let may = slug == "distriktssenteret" && role.includes(Role::Editor);
                let cookies = format!("{visit}; {}", world.signed_in(slug, role));
                let what = format!("{role:?} of {slug}");
                for path in
                    ["", "/steg/tekst", "/steg/tid", "/steg/pamelding", "/steg/sporsmal", "/sporsmal/access", "/sja/nb"]
                {
                    let seen = world.look(&format!("{}{path}", drafting.path), &cookies).await.status;
                    assert_eq!(seen, if may { StatusCode::OK } else { StatusCode::NOT_FOUND }, "{what}: {path}");
                }
                let list = world.look(LIST, &cookies).await;
                let expected = if role.includes(Role::Editor) { StatusCode::OK } else { StatusCode::NOT_FOUND };
                assert_eq!((list.status, list.text.contains(&drafting.path)), (expected, may), "{what}");
                let fields = [("csrf", csrf.as_str()), ("version", version.as_str()), ("sure", "yes")];
                let own = [("csrf", csrf.as_str()), ("organisation", "distriktssenteret")];
                let begun = world.send(LIST, &cookies, &own).await.status;
                let refused = match role.includes(Role::Editor) {
                    true => StatusCode::UNPROCESSABLE_ENTITY,
                    false => StatusCode::NOT_FOUND,
                };
                assert_eq!(begun, if may { StatusCode::SEE_OTHER } else { refused }, "{what}");
                if !may {
                    let form = ["/steg/sporsmal", "/sporsmal/access", "/sporsmal/access/fjern"];
                    for path in ["", "/slett", "/kopi", "/steg/tekst"].into_iter().chain(form) {
                        let sent = world.send(&format!("{}{path}", drafting.path), &cookies, &fields).await.status;
                        assert_eq!(sent, StatusCode::NOT_FOUND, "{what}: {path}");
                    }
                }
            }
        }
        for path in [LIST.to_owned(), drafting.path.clone()] {
            let stranger = world.get(&path).await;
            assert_eq!(stranger.status, StatusCode::SEE_OTHER);
            assert!(stranger.header(header::LOCATION).starts_with("/arrangor/logg-inn?til="));
        }
        assert_eq!(drafting.published().await, []);
        assert_eq!(drafting.row().await.version.to_string(), version);
    }
}

#[tokio::test]
async fn forms_from_elsewhere_change_nothing_and_lose_nothing() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        let forged = [("csrf", "forfalska"), ("version", "1"), ("title_nn", "Skrive lenge"), ("sure", "yes")];
        for path in ["", "/slett", "/kopi"] {
            let sent = drafting.world.send(&format!("{}{path}", drafting.path), &drafting.cookies, &forged).await;
            assert_eq!(sent.status, StatusCode::FORBIDDEN);
        }
        assert_eq!(drafting.world.send(LIST, &drafting.cookies, &forged).await.status, StatusCode::FORBIDDEN);
        let step = format!("{}/steg/tekst", drafting.path);
        let kept = drafting.world.send(&step, &drafting.cookies, &forged).await;
        assert_eq!(kept.status, StatusCode::FORBIDDEN);
        assert!(kept.text.contains("value=\"Skrive lenge\""));
        assert_eq!(drafting.row().await.version, 1);
    }
}

#[tokio::test]
async fn a_draft_is_thrown_away_by_somebody_who_is_sure() {
    for kind in KINDS {
        let drafting = Drafting::begin(kind).await;
        let path = format!("{}/slett", drafting.path);
        let fields = [("csrf", drafting.csrf.as_str()), ("sure", "yes")];
        let unsure = drafting.world.send(&path, &drafting.cookies, &fields[..1]).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
        drafting.row().await;
        let gone = drafting.world.send(&path, &drafting.cookies, &fields).await;
        assert_eq!(gone.header(header::LOCATION), "/arrangor/webinar?sletta=1");
        assert_eq!(drafting.look(&drafting.path).await.status, StatusCode::NOT_FOUND);
    }
}
