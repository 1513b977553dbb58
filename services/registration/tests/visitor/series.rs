//! Signing up for a whole series in a browser, and leaving it again.

use crate::world::{World, event};
use axum::http::StatusCode;
use host::Purpose;
use host::testing::KINDS;
use proto::event::{Closed, Contact, Event, WaitingMode};
use proto::series::{Series, SeriesPublished};
use proto::{EventId, Language, Localised, PoolId, SeriesId};
use registration::hears::Registrations;
use registration::store::{follower, registration as row};
use sea_orm::EntityTrait;
use uuid::Uuid;

const FORM: &str = "/pamelding/rekkje/stadutvikling";

fn date(number: u128) -> Event {
    let mut event = event();
    event.id = EventId(Uuid::from_u128(70 + number));
    event.slug = format!("stadutvikling-{number}");
    event.series = Some("stadutvikling".to_owned());
    for (place, pool) in (0..).zip(&mut event.sign_up.pools) {
        pool.id = PoolId(Uuid::from_u128(1_000 * number + place));
    }
    event
}

async fn world(kind: host::testing::Kind) -> World {
    let world = World::with(kind, &event()).await;
    let both = |text: &str| Localised::from([(Language::Nn, text), (Language::Sv, text), (Language::En, text)]);
    let series = Series {
        id: SeriesId(Uuid::from_u128(500)),
        revision: 1,
        slug: "stadutvikling".to_owned(),
        organisation: "distriktssenteret".to_owned(),
        title: both("Stadutvikling <i> distrikta"),
        summary: both("Ein time om stader."),
        timezone: chrono_tz::Europe::Oslo,
        contact: Contact { name: "Kursdisken".to_owned(), email: "kurs@example.org".to_owned(), phone: None },
        page: None,
    };
    bus::testing::hear(&Registrations, &world.host, SeriesPublished { series }).await.expect("it is heard");
    world
}

const RIGHT: [(&str, &str); 4] =
    [("name", "Kari Nordmann"), ("email", "kari@kommune.no"), ("q-attend", "online"), ("q-municipality", "Volda")];

impl World {
    async fn followers(&self) -> Vec<follower::Model> {
        follower::Entity::find().all(&self.host.db.read).await.expect("an answer")
    }

    async fn mine(&self) -> String {
        let row = self.followers().await.remove(0);
        format!("/mi/rekkje/{}", self.host.keys.token(Purpose::Follow, row.id, row.generation()))
    }

    async fn of(&self, event: &Event) -> Vec<row::Model> {
        self.rows().await.into_iter().filter(|row| row.event_id == event.id.0).collect()
    }
}

#[tokio::test]
async fn one_form_is_for_all_dates_and_its_page_tells_where_one_stands() {
    for kind in KINDS {
        let world = world(kind).await;
        assert_eq!(world.get(FORM).await.status, StatusCode::NOT_FOUND, "there is nothing to sign up for yet");
        let (first, second) = (date(1), date(2));
        world.publish(&first).await;
        let form = world.get(FORM).await;
        form.says("Meld deg på heile rekkja Stadutvikling &lt;i&gt; distrikta");
        form.says("samtykkjer du til");
        form.says("Kommune");
        // Asked on each date, of those who need it.
        form.says_not("Kva må kjøkenet vite?");
        form.says_not("Vi slettar svaret");

        let wrong = world.post(FORM, &[("name", ""), ("email", "kari")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Skriv inn namnet ditt");
        assert_eq!(world.post_bare(FORM, "nn", &RIGHT).await.status, StatusCode::FORBIDDEN);
        assert_eq!(world.followers().await, []);

        let thanks = world.done(FORM, &RIGHT).await;
        thanks.says("Takk! Du er påmeld heile rekkja.");
        assert_eq!(world.of(&first).await.len(), 1);
        world.publish(&second).await;
        let rows = world.of(&second).await;
        assert_eq!((rows[0].name.as_str(), rows[0].state), ("Kari Nordmann", row::State::Admitted));
        // What was answered goes along.
        let own = world.get(&world.link(&rows[0])).await;
        own.says("Volda");
        own.says("Du er påmeld heile rekkja som denne datoen høyrer til.");

        let mine = world.get(&world.mine().await).await;
        mine.says("Du har plass.");
        mine.says("Ikkje denne gongen");
        assert_eq!(mine.header("referrer-policy"), "no-referrer");
        assert_eq!(mine.header("cache-control"), "no-store");

        // The same address once more: the page says the same, and nothing is done.
        let again = world.done(FORM, &RIGHT).await;
        again.says("Takk! Du er påmeld heile rekkja.");
        assert_eq!((world.followers().await.len(), world.rows().await.len()), (1, 2));
    }
}

#[tokio::test]
async fn a_date_that_is_not_for_everybody_is_shown_to_nobody_else() {
    for kind in KINDS {
        let world = world(kind).await;
        let mut closed = date(2);
        closed.title = Localised::from([(Language::Nn, "Berre for dei innkalla")]);
        closed.sign_up.closed = Some(Closed { domains: vec!["ks.no".to_owned()], listed: false });
        world.publish(&closed).await;
        assert_eq!(world.get(FORM).await.status, StatusCode::NOT_FOUND, "there is nothing that strangers know of");
        world.publish(&date(1)).await;
        world.get(FORM).await.says_not("Berre for dei innkalla");
        world.done(FORM, &RIGHT).await;
        assert_eq!(world.of(&closed).await, [], "and nobody is signed up who may not come");
        let mine = world.get(&world.mine().await).await;
        mine.says("Du har plass.");
        mine.says_not("Berre for dei innkalla");

        let among_them = [("name", "Ola"), ("email", "ola@ks.no"), ("q-attend", "online"), ("q-municipality", "Volda")];
        world.done(FORM, &among_them).await;
        let ola = world.followers().await.into_iter().find(|row| row.email == "ola@ks.no").expect("they follow");
        let token = world.host.keys.token(Purpose::Follow, ola.id, ola.generation());
        world.get(&format!("/mi/rekkje/{token}")).await.says("Berre for dei innkalla");
        assert_eq!(world.of(&closed).await.len(), 1);

        closed.sign_up.closed = Some(Closed { domains: vec!["ks.no".to_owned()], listed: true });
        closed.revision += 1;
        world.publish(&closed).await;
        world.get(FORM).await.says("Berre for dei innkalla");
    }
}

#[tokio::test]
async fn a_program_that_follows_links_signs_nobody_off() {
    for kind in KINDS {
        let world = world(kind).await;
        let (first, second) = (date(1), date(2));
        world.publish(&first).await;
        world.publish(&second).await;
        world.done(FORM, &RIGHT).await;
        let base = world.mine().await;
        let skip = format!("{}/meld-av", world.link(&world.of(&first).await[0]));
        for path in [skip.clone(), format!("{base}/ut"), format!("{base}/slett")] {
            assert_eq!(world.get(&path).await.status, StatusCode::OK, "{path}");
        }
        assert!(world.rows().await.iter().all(|row| row.state == row::State::Admitted));

        world.get(&skip).await.says("Du er framleis påmeld resten av rekkja.");
        world.done(&skip, &[]).await;
        assert_eq!(world.of(&first).await[0].state, row::State::Withdrawn);
        assert_eq!(world.of(&second).await[0].state, row::State::Admitted);
        world.get(&base).await.says("Du er meld av.");

        assert_eq!(world.post_bare(&format!("{base}/ut"), "nn", &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(world.of(&second).await[0].state, row::State::Admitted);
        let left = world.done(&format!("{base}/ut"), &[]).await;
        left.says("Du er ute av rekkja.");
        left.says_not("kari@kommune.no");
        assert_eq!(world.of(&second).await[0].state, row::State::Withdrawn);
        world.done(&format!("{base}/ut"), &[]).await.says("Du er ute av rekkja.");
    }
}

#[tokio::test]
async fn everything_can_be_downloaded_and_deleted() {
    for kind in KINDS {
        let world = world(kind).await;
        world.publish(&date(1)).await;
        world.done(FORM, &RIGHT).await;
        let base = world.mine().await;
        let held = world.get(&format!("{base}/data.json")).await.json();
        assert_eq!(held["email"], "kari@kommune.no");
        assert_eq!(held["dates"][0]["registration"]["name"], "Kari Nordmann");
        world.done(&format!("{base}/slett"), &[]).await.says("Alt er sletta.");
        let rows = world.rows().await;
        assert!(rows.iter().all(|row| row.erased_at.is_some() && row.email.is_empty()));
        assert!(world.followers().await.iter().all(|row| row.email.is_empty() && row.name.is_empty()));
        world.publish(&date(2)).await;
        assert_eq!(world.of(&date(2)).await, []);
    }
}

#[tokio::test]
async fn whoever_has_one_date_deleted_gets_no_more_of_them() {
    for kind in KINDS {
        let world = world(kind).await;
        let first = date(1);
        world.publish(&first).await;
        world.done(FORM, &RIGHT).await;
        let own = world.link(&world.of(&first).await[0]);
        world.done(&format!("{own}/meld-av"), &[]).await;
        world.get(&format!("{own}/slett")).await.says("Du blir òg teken ut av rekkja");
        world.done(&format!("{own}/slett"), &[]).await;
        world.publish(&date(2)).await;
        assert_eq!(world.of(&date(2)).await, []);
    }
}

#[tokio::test]
async fn a_date_that_was_full_says_what_one_can_do_until_one_has_done_it() {
    for kind in KINDS {
        let world = world(kind).await;
        let (open, mut full) = (date(1), date(2));
        full.sign_up.waiting_list.mode = WaitingMode::None;
        for pool in full.sign_up.pools.iter_mut().filter(|pool| pool.whole) {
            pool.capacity = Some(1);
        }
        world.publish(&open).await;
        world.publish(&full).await;
        let first = "/pamelding/stadutvikling-2";
        world.done(first, &[("email", "ola@kommune.no"), RIGHT[0], RIGHT[2], RIGHT[3]]).await;
        world.done(FORM, &RIGHT).await;
        assert_eq!(world.of(&full).await.len(), 1);
        let mine = world.mine().await;
        let page = world.get(&mine).await;
        page.says("Det var fullt då du skulle bli påmeld");
        page.says("href=\"/pamelding/stadutvikling-2\"");

        // A place is freed, and they are first.
        let ola = world.link(&world.of(&full).await[0]);
        world.done(&format!("{ola}/meld-av"), &[]).await;
        world.get(&mine).await.says("Det var fullt då du skulle bli påmeld");
        world.done(first, &RIGHT).await;
        let page = world.get(&mine).await;
        page.says("Denne datoen meldte du deg på sjølv.");
        page.says_not("Det var fullt");
    }
}

#[tokio::test]
async fn links_of_other_kinds_open_nothing() {
    for kind in KINDS {
        let world = world(kind).await;
        let first = date(1);
        world.publish(&first).await;
        world.done(FORM, &RIGHT).await;
        let (one, registration) = (world.followers().await.remove(0), world.of(&first).await.remove(0));
        let keys = &world.host.keys;
        let wrong = [
            format!("/mi/rekkje/{}", keys.token(Purpose::Manage, one.id, 0)),
            format!("/mi/rekkje/{}", keys.token(Purpose::Follow, registration.id, 0)),
            format!("/mi/rekkje/{}", keys.token(Purpose::Follow, one.id, 1)),
            format!("/mi/{}", keys.token(Purpose::Follow, one.id, 0)),
            format!("/mi/{}", keys.token(Purpose::Manage, one.id, 0)),
            "/mi/rekkje/x".to_owned(),
        ];
        for path in wrong {
            assert_eq!(world.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
