//! Series: their file, their pages, and edits of one date, of some and of all.

use super::world::{Answer, FILE, MEETING, World, at, world, world_set};
use crate::meeting::tests::with_rooms;
use crate::series::settings::Settings;
use crate::store;
use crate::{ImportError, ImportedSeries, import_series};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use host::testing::KINDS;
use proto::account::Role;
use proto::event::EventPublished;
use proto::series::SeriesPublished;

const SERIES: &str = "liv-i-sentrum";
const TEXT: &str = r#"
kind = "series"
slug = "liv-i-sentrum"
organisation = "distriktssenteret"
timezone = "Europe/Oslo"
start = 10:00:00
minutes = 90
capacity = 40
meeting_url = "https://mote.example.org/rom/torget"
title = { nn = "Liv i sentrum", nb = "Liv i sentrum" }
summary = { nn = "Ein time om sentrum.", nb = "En time om sentrum." }
description = { nn = "Om rekkja.", nb = "Om rekken." }
contact = { name = "Kursdisken", email = "kurs@distriktssenteret.example" }
"#;
const PAGE: &str = "/arrangor/webinar/rekkje/liv-i-sentrum";

impl World {
    async fn series(&self) -> store::series::Model {
        store::series::by_slug(&self.host.db.read, SERIES).await.unwrap().unwrap()
    }

    async fn dates(&self) -> Vec<store::webinar::Model> {
        store::series::dates(&self.host.db.read, &self.series().await).await.unwrap()
    }

    /// The series with three dates, a week apart.
    async fn with_dates(&self) -> Vec<store::webinar::Model> {
        import_series(&self.host, TEXT, "rekkje.toml").await.unwrap();
        for (slug, day) in [("torget-1", "16"), ("torget-2", "23"), ("torget-3", "30")] {
            let text = FILE.replace("torget-som-arbeidsplass", slug).replace("2027-03-16", &format!("2027-03-{day}"));
            self.import(&text).await;
        }
        self.dates().await
    }

    async fn read(&self, path: &str, role: Option<Role>) -> Answer {
        let mut request = Request::get(path).header(header::ACCEPT_LANGUAGE, "nn");
        if let Some(role) = role {
            request = request.header(header::COOKIE, self.signed_in("distriktssenteret", role));
        }
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form as an editor, and as it was shown.
    async fn send_as_editor(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let (visitor, csrf) = host::testing::visitor(&self.host);
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("csrf", csrf.as_str())])
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path)
            .header(header::ACCEPT_LANGUAGE, "nn")
            .header(header::COOKIE, format!("{visitor}; {}", self.signed_in("distriktssenteret", Role::Editor)))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    /// Edits a date: `changes` stand in place of what it has.
    async fn edit(&self, date: &store::webinar::Model, step: &str, changes: &[(&str, &str)]) -> Answer {
        let is = Settings::of(date);
        let edition = self.series().await.edition.to_string();
        let revision = date.revision.to_string();
        let texts = [("title", &is.title), ("summary", &is.summary), ("description", &is.description)];
        let mut fields: Vec<(String, String)> = Vec::new();
        for (name, text) in texts {
            fields.extend(text.0.iter().map(|(language, text)| (format!("{name}_{language}"), text.clone())));
        }
        fields.extend([
            ("start".to_owned(), is.start.format("%H:%M").to_string()),
            ("minutes".to_owned(), is.minutes.to_string()),
            ("capacity".to_owned(), is.capacity.map(|places| places.to_string()).unwrap_or_default()),
            ("meeting_url".to_owned(), is.meeting_url),
            ("edition".to_owned(), edition),
            ("revision".to_owned(), revision),
            ("step".to_owned(), step.to_owned()),
        ]);
        fields.retain(|(name, _)| !changes.iter().any(|(other, _)| other == name));
        fields.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.send_as_editor(&format!("{PAGE}/{}", date.slug), &fields).await
    }

    async fn published_times(&self) -> usize {
        bus::testing::said_of::<EventPublished>(&self.host.db).await.len()
    }
}

#[tokio::test]
async fn a_file_publishes_a_series_and_an_unchanged_one_undoes_nothing() {
    for kind in KINDS {
        let world = world(kind).await;
        let slug = SERIES.to_owned();
        let import = async |text: &str| import_series(&world.host, text, "rekkje.toml").await;
        assert_eq!(import(TEXT).await.unwrap(), ImportedSeries::New { slug: slug.clone() });
        assert_eq!(import(TEXT).await.unwrap(), ImportedSeries::Unchanged { slug: slug.clone() });
        let changed = TEXT.replace("Ein time om sentrum.", "To timar om sentrum.");
        assert_eq!(import(&changed).await.unwrap(), ImportedSeries::Changed { slug });
        let said = bus::testing::said_of::<SeriesPublished>(&world.host.db).await;
        assert_eq!(said.iter().map(|one| one.series.revision).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(said[0].series.id, said[1].series.id);
        let wrong = TEXT.replace("10:00:00", "\"ti\"").replace("minutes = 90", "minutes = 0").replace("https", "http");
        let Err(ImportError::Problems(problems)) = import(&wrong).await else { panic!("it has problems") };
        let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [6, 7, 9], "{problems:?}");
    }
}

#[tokio::test]
async fn where_rooms_are_made_a_series_and_its_dates_need_no_address() {
    for kind in KINDS {
        let world = world_set(kind, with_rooms).await;
        let address = format!("meeting_url = \"{MEETING}\"");
        let in_room = |text: &str| text.replace(&address, "meeting_room = true");
        let import = async |text: &str| import_series(&world.host, text, "rekkje.toml").await;
        let both = TEXT.replace(&address, &format!("{address}\nmeeting_room = true"));
        for (wrong, line) in [(TEXT.replace(&address, ""), 1), (both, 10)] {
            let Err(ImportError::Problems(problems)) = import(&wrong).await else { panic!("it has a problem") };
            assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [line], "{problems:?}");
        }
        import(&in_room(TEXT)).await.unwrap();
        world.import(&in_room(FILE)).await;
        let dates = world.dates().await;
        assert!(world.read(PAGE, Some(Role::Editor)).await.text.contains("Eit eige rom for kvar dato"));

        // Another date is like the first, in a room of its own.
        let mut fields = vec![("day-day", "6"), ("day-month", "4"), ("day-year", "2027"), ("start", "10:00")];
        fields.extend([("minutes", "90"), ("capacity", "40"), ("meeting_url", "")]);
        fields.extend([("title_nn", "Ny"), ("title_nb", "Ny"), ("summary_nn", "Kort."), ("summary_nb", "Kort.")]);
        fields.extend([("description_nn", "Lang."), ("description_nb", "Lang.")]);
        let made = world.send_as_editor(&format!("{PAGE}/ny"), &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        assert!(world.dates().await.iter().all(|date| date.meeting_url.is_empty()));

        // One that meets elsewhere says so, and where it was before.
        let shown = world.edit(&dates[0], "preview", &[("meeting_url", MEETING), ("scope", "this")]).await;
        assert!(shown.text.contains("Eit eige rom for kvar dato") && shown.text.contains(MEETING), "{}", shown.text);
    }
    // Without rooms there is nothing to meet in.
    let world = world(KINDS[0]).await;
    let text = TEXT.replace(&format!("meeting_url = \"{MEETING}\""), "meeting_room = true");
    let Err(ImportError::Problems(problems)) = import_series(&world.host, &text, "rekkje.toml").await else {
        panic!("it has a problem")
    };
    assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [9], "{problems:?}");
}

#[tokio::test]
async fn anybody_sees_the_dates_and_both_ways_of_signing_up() {
    for kind in KINDS {
        let world = world(kind).await;
        let dates = world.with_dates().await;
        world.host.clock.set(at("2027-02-01T08:00:00Z"));
        let page = world.read("/webinar/rekkje/liv-i-sentrum", None).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("href=\"/pamelding/rekkje/liv-i-sentrum\""), "{}", page.text);
        for date in &dates {
            assert!(page.text.contains(&format!("href=\"/pamelding/{}\"", date.slug)));
        }
        assert!(!page.text.contains(MEETING));
        world.host.clock.set(dates[0].ends_at + chrono::TimeDelta::hours(1));
        let later = world.read("/webinar/rekkje/liv-i-sentrum", None).await;
        assert!(!later.text.contains("href=\"/pamelding/torget-1\""), "what has been cannot be signed up for");
        assert!(later.text.contains("Datoar som har vore"));
        assert!(world.read("/webinar/torget-2", None).await.text.contains("/webinar/rekkje/liv-i-sentrum"));
        assert_eq!(world.read("/webinar/rekkje/finst-ikkje", None).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn an_edit_is_shown_before_it_is_kept_and_reaches_what_was_meant() {
    for kind in KINDS {
        let world = world(kind).await;
        let dates = world.with_dates().await;
        let said = world.published_times().await;
        // The second gets places of its own.
        let own = world.edit(&dates[1], "save", &[("capacity", "12"), ("scope", "this")]).await;
        assert_eq!(own.status, StatusCode::SEE_OTHER, "{}", own.text);
        assert_eq!(world.published_times().await, said + 1);

        let changes = [("start", "13.00"), ("capacity", "99"), ("scope", "all")];
        let shown = world.edit(&dates[0], "preview", &changes).await;
        assert_eq!(shown.status, StatusCode::OK);
        for text in ["Dette blir endra", "13:00", "99", "Dette blir ståande, fordi datoen har sitt eige:"] {
            assert!(shown.text.contains(text), "{text}");
        }
        assert_eq!(world.published_times().await, said + 1, "nothing is kept yet");

        let saved = world.edit(&dates[0], "save", &changes).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        let after: Vec<_> =
            world.dates().await.iter().map(Settings::of).map(|is| (is.start.to_string(), is.capacity)).collect();
        let one = |capacity| ("13:00:00".to_owned(), Some(capacity));
        assert_eq!(after, [one(99), one(12), one(99)]);
        assert_eq!(world.series().await.shared.0.capacity, Some(99), "dates to come have it too");
        let events: Vec<_> = bus::testing::said_of::<EventPublished>(&world.host.db).await;
        assert_eq!(events.len(), said + 4);
        let first = &events[said + 1].event;
        let delta = first.starts_at - dates[0].starts_at;
        assert_eq!(first.sign_up.closes_at - dates[0].event().sign_up.closes_at, delta, "deadlines move with it");
        assert_eq!(first.revision, dates[0].event().revision + 1);

        // What was begun from an older state is not kept.
        let stale = world.edit(&dates[0], "save", &[("capacity", "1"), ("scope", "this")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert_eq!(Settings::of(&world.dates().await[0]).capacity, Some(99));

        let over = world.dates().await;
        let all = world.edit(&over[2], "save", &[("capacity", ""), ("scope", "all"), ("over_own", "yes")]).await;
        assert_eq!(all.status, StatusCode::SEE_OTHER);
        assert!(world.dates().await.iter().all(|date| Settings::of(date).capacity.is_none()));
    }
}

#[tokio::test]
async fn a_new_meeting_address_for_all_is_told_to_nobody() {
    for kind in KINDS {
        let world = world(kind).await;
        let dates = world.with_dates().await;
        let said = world.said().await.len();
        let elsewhere = "https://anna.example.org/rom";
        let saved = world.edit(&dates[1], "save", &[("meeting_url", elsewhere), ("scope", "later")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER);
        let urls: Vec<String> = world.dates().await.into_iter().map(|date| date.meeting_url).collect();
        assert_eq!(urls, [MEETING, elsewhere, elsewhere]);
        assert_eq!(world.said().await.len(), said);
    }
}

#[tokio::test]
async fn a_new_date_is_an_event_of_its_own() {
    for kind in KINDS {
        let world = world(kind).await;
        let dates = world.with_dates().await;
        let is = Settings::of(&dates[2]);
        let mut fields = vec![("day-day", "6"), ("day-month", "4"), ("day-year", "2027"), ("start", "9:30")];
        fields.extend([("minutes", "45"), ("capacity", "7"), ("meeting_url", MEETING)]);
        for name in ["title", "summary", "description"] {
            let text: [(&str, &str); 2] = match name {
                "title" => [("title_nn", "Ny"), ("title_nb", "Ny")],
                "summary" => [("summary_nn", "Kort."), ("summary_nb", "Kort.")],
                _ => [("description_nn", "Lang."), ("description_nb", "Lang.")],
            };
            fields.extend(text);
        }
        let path = format!("{PAGE}/ny");
        let made = world.send_as_editor(&path, &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let event = bus::testing::said_of::<EventPublished>(&world.host.db).await.pop().unwrap().event;
        assert_eq!((event.slug.as_str(), event.revision), ("liv-i-sentrum-2027-04-06", 1));
        assert_eq!(event.series.as_deref(), Some(SERIES));
        assert_eq!(event.starts_at.to_rfc3339(), "2027-04-06T07:30:00+00:00");
        assert_eq!((event.ends_at - event.starts_at).num_minutes(), 45);
        let of = |event: &proto::event::Event| event.sign_up.pools.iter().map(|pool| pool.id).collect::<Vec<_>>();
        assert!(of(&event).iter().all(|id| !of(dates[2].event()).contains(id)), "places of its own");
        assert_eq!(event.sign_up.questions, dates[2].event().sign_up.questions);
        assert_ne!(is.start.to_string(), "09:30:00");

        // Once more on the same day: another event.
        world.send_as_editor(&path, &fields).await;
        assert_eq!(
            world.dates().await.last().map(|date| date.slug.clone()).unwrap_or_default().len(),
            "liv-i-sentrum-2027-04-06-2".len()
        );
        let wrong = [("day-day", "31"), ("day-month", "2"), ("day-year", "2027"), ("start", "25"), ("minutes", "x")];
        let refused = world.send_as_editor(&path, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for text in ["Skriv ein dato som finst", "Skriv klokkeslettet slik", "Skriv teksten på dette språket"] {
            assert!(refused.text.contains(text), "{text}");
        }
    }
}

#[tokio::test]
async fn only_editors_of_the_organisation_change_a_series() {
    for kind in KINDS {
        let world = world(kind).await;
        let dates = world.with_dates().await;
        let edit = format!("{PAGE}/{}", dates[0].slug);
        let numbers = world.read(PAGE, Some(Role::Numbers)).await;
        assert_eq!(numbers.status, StatusCode::OK);
        assert!(!numbers.text.contains(MEETING) && !numbers.text.contains("/ny\""));
        assert!(world.read(PAGE, Some(Role::Editor)).await.text.contains(MEETING));
        for path in [edit.as_str(), &format!("{PAGE}/ny")] {
            assert_eq!(world.read(path, Some(Role::Editor)).await.status, StatusCode::OK, "{path}");
            assert_eq!(world.read(path, Some(Role::Numbers)).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let stranger = Request::get(PAGE).header(header::COOKIE, world.signed_in("bylivsenteret", Role::Owner));
        assert_eq!(world.ask(stranger.body(Body::empty()).unwrap()).await.status, StatusCode::NOT_FOUND);
        // What has begun is left alone.
        world.host.clock.set(dates[0].starts_at);
        assert_eq!(world.read(&edit, Some(Role::Editor)).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_date_that_stands_in_no_public_list_stands_in_none_of_the_series_either() {
    for kind in KINDS {
        let world = world(kind).await;
        world.with_dates().await;
        let text = FILE.replace("torget-som-arbeidsplass", "torget-4").replace("2027-03-16", "2027-04-06");
        world.import(&text.replace("listed = true", "listed = false")).await;
        assert_eq!(world.dates().await.len(), 4, "organisers see it");
        for page in ["/webinar/rekkje/liv-i-sentrum", "/webinar/torget-1"] {
            let shown = world.read(page, None).await.text;
            assert!(shown.contains("/webinar/torget-3") && !shown.contains("torget-4"), "{page}: {shown}");
        }
        assert_eq!(world.read("/webinar/torget-4", None).await.status, StatusCode::OK, "whoever has the address");
    }
}
