use crate::browser::{Answer, Browser};
use crate::world::{enter, newest_link, organisations, told};
use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use host::testing::{KINDS, TestHost, beginning, host, open, place};
use host::{Clock, Host};
use portal::store;
use proto::AccountId;
use proto::account::{Role, SignInChange};
use totp_rs::{Builder, Secret};

const ASK: &str = "/arrangor/logg-inn";
const STEP: &str = "/arrangor/stadfest";
const APP: &str = "/arrangor/konto/to-steg";
const ROLES: &str = "/arrangor/organisasjon/distriktssenteret/tilgang";

/// What stands between two marks, first time.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    text.split(before).nth(1).and_then(|rest| rest.split(after).next()).unwrap_or_else(|| panic!("{before} in {text}"))
}

/// An app on a phone.
struct App(Vec<u8>);

impl App {
    /// Types in the key that the page shows.
    fn of(page: &str) -> Self {
        let key = between(page, "<dd translate=\"no\">", "</dd>").replace(' ', "");
        Self(Secret::try_from_base32(key).expect("a key").as_bytes().to_vec())
    }

    fn code(&self, now: DateTime<Utc>) -> String {
        let totp = Builder::new().with_secret(self.0.clone()).build().expect("an app");
        totp.generate(u64::try_from(now.timestamp()).expect("after 1970")).to_string()
    }
}

/// Sets up an app on the page that is asked for, and gives the answer with the codes on paper.
async fn set_up(host: &Host, browser: &mut Browser, page: &str) -> (App, Answer) {
    let form = browser.get(page).await;
    assert!(form.header("cache-control").contains("no-store"));
    let app = App::of(&form.text);
    let sealed = between(&form.text, "name=\"hemmeleg\" value=\"", "\"").to_owned();
    let code = app.code(host.clock.now());
    let answer = browser.post(page, APP, &[("hemmeleg", &sealed), ("kode", &code), ("til", "/arrangor")]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    (app, answer)
}

fn codes(page: &str) -> Vec<String> {
    page.split("<code>").skip(1).filter_map(|rest| rest.split("</code>").next()).map(str::to_owned).collect()
}

/// Follows a new link by e-mail, as far as it leads.
async fn by_link(host: &Host, email: &str) -> (Browser, Answer) {
    let mut browser = Browser::new(host).await;
    browser.post(ASK, ASK, &[("epost", email), ("til", "/arrangor?a=1")]).await;
    let link = newest_link(host).await;
    let answer = browser.post(&link, &link, &[]).await;
    (browser, answer)
}

async fn id_of(host: &Host, address: &str) -> AccountId {
    store::account::with_address(&host.db.write, address).await.expect("read").expect("an account").id
}

#[tokio::test]
async fn with_an_app_the_link_alone_lets_nobody_in() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let before = kari.cookies["mp_session"].clone();
        let (app, shown) = set_up(&host, &mut kari, APP).await;
        assert_eq!(codes(&shown.text).len(), 10);
        assert_ne!(kari.cookies["mp_session"], before);
        assert!(kari.get(APP).await.text.contains("Reservekodar att"), "and still in");
        let kept = store::second_factor::of_account(&host.db.read, id_of(&host, "kari@example.org").await).await;
        let kept = kept.expect("read").expect("an app").secret;
        assert!(!kept.windows(8).any(|part| part == &app.0[..8]), "nobody reads the secret in the database");

        host.clock.advance(TimeDelta::minutes(1));
        let (mut browser, answer) = by_link(&host, "kari@example.org").await;
        assert_eq!(answer.location(), "/arrangor/stadfest?til=%2Farrangor%3Fa%3D1");
        assert!(!browser.cookies.contains_key("mp_organiser"));
        for page in ["/arrangor", "/arrangor/konto", ROLES, APP] {
            assert_eq!(browser.get(page).await.status, StatusCode::SEE_OTHER, "{page}");
        }
        assert_eq!(browser.get(&format!("{ASK}?til=/arrangor")).await.location(), "/arrangor/stadfest?til=%2Farrangor");
        let half = browser.cookies["mp_session"].clone();
        let fields = [("kode", app.code(host.clock.now())), ("til", "/arrangor?a=1".to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let entered = browser.post(STEP, STEP, &fields).await;
        assert_eq!((entered.status, entered.location()), (StatusCode::SEE_OTHER, "/arrangor?a=1"));
        assert_ne!(browser.cookies["mp_session"], half, "no id from before goes on");
        assert_eq!(browser.get("/arrangor").await.status, StatusCode::OK);
        let mut thief = Browser::new(&host).await;
        thief.cookies.insert("mp_session".to_owned(), half);
        assert_eq!(thief.get("/arrangor/konto").await.location(), "/arrangor/logg-inn?til=%2Farrangor%2Fkonto");
    }
}

#[tokio::test]
async fn a_code_is_good_once() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let (app, _) = set_up(&host, &mut kari, APP).await;
        let code = app.code(host.clock.now());
        let (mut browser, _) = by_link(&host, "kari@example.org").await;
        let replayed = browser.post(STEP, STEP, &[("kode", &code)]).await;
        assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY, "the code that set it up");
        assert!(replayed.text.contains("Koden er ikkje rett, eller han er brukt"));

        host.clock.advance(TimeDelta::minutes(1));
        let code = app.code(host.clock.now());
        let (mut other, _) = by_link(&host, "kari@example.org").await;
        let one = [("kode", code.as_str())];
        let (first, second) = tokio::join!(browser.post(STEP, STEP, &one), other.post(STEP, STEP, &one));
        let inside = [first.status, second.status].iter().filter(|status| **status == StatusCode::SEE_OTHER).count();
        assert_eq!(inside, 1, "two at once with the same code");
    }
}

#[tokio::test]
async fn guessing_is_stopped_and_whoever_has_a_code_on_paper_gets_in_all_the_same() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let (app, shown) = set_up(&host, &mut kari, APP).await;
        let paper = codes(&shown.text);
        host.clock.advance(TimeDelta::minutes(1));
        let (mut guesser, _) = by_link(&host, "kari@example.org").await;
        let right = app.code(host.clock.now());
        let wrong = if right == "000000" { "000001" } else { "000000" };
        for n in 0..5 {
            let guessed = guesser.post(STEP, STEP, &[("kode", wrong)]).await;
            assert!(guessed.text.contains("Koden er ikkje rett"), "{n}");
        }
        for code in [wrong, right.as_str()] {
            let (mut again, _) = by_link(&host, "kari@example.org").await;
            let paused = again.post(STEP, STEP, &[("kode", code)]).await;
            assert_eq!(paused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(paused.text.contains("for mange feil kodar"), "in every browser, also the right one");
        }
        let lower = paper[3].to_lowercase().replace(' ', "-");
        let entered = guesser.post(STEP, STEP, &[("kode", &lower)]).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER);
        assert!(guesser.get(APP).await.text.contains("<dd>9</dd>"), "one is used up");

        host.clock.advance(TimeDelta::hours(1));
        let (mut later, _) = by_link(&host, "kari@example.org").await;
        assert_eq!(
            later.post(STEP, STEP, &[("kode", &paper[3])]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "once"
        );
        assert_eq!(
            later.post(STEP, STEP, &[("kode", "AAAA BBBB CCCC DDDD")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let code = app.code(host.clock.now());
        assert_eq!(later.post(STEP, STEP, &[("kode", &code)]).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn what_is_begun_with_the_link_has_to_be_finished_soon() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let (app, _) = set_up(&host, &mut kari, APP).await;
        let (mut browser, _) = by_link(&host, "kari@example.org").await;
        let form = browser.get(STEP).await;
        let token = between(&form.text, "name=\"csrf\" value=\"", "\"").to_owned();
        host.clock.advance(TimeDelta::minutes(15));
        let code = app.code(host.clock.now());
        let late = browser.post_plain(STEP, &[("csrf", &token), ("kode", &code)]).await;
        assert_eq!(late.location(), "/arrangor/stadfest?til=%2Farrangor");
        assert_eq!(browser.get(late.location()).await.location(), "/arrangor/logg-inn?til=%2Farrangor");
        assert!(!browser.cookies.contains_key("mp_organiser"));
        let mut stranger = Browser::new(&host).await;
        assert_eq!(stranger.get(STEP).await.status, StatusCode::SEE_OTHER);
        assert_eq!(stranger.get(APP).await.status, StatusCode::SEE_OTHER);
        assert_eq!(stranger.post_plain(STEP, &[("kode", "123456")]).await.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn another_phone_takes_over_after_a_code_of_the_old_one_or_from_paper() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let (_, shown) = set_up(&host, &mut kari, APP).await;
        let paper = codes(&shown.text);
        for action in ["/arrangor/konto/to-steg/fjern", "/arrangor/konto/to-steg/kodar"] {
            assert_eq!(kari.post(APP, action, &[("kode", "123")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(kari.post_plain(action, &[("kode", &paper[0])]).await.status, StatusCode::FORBIDDEN);
        }
        let anew = kari.post(APP, "/arrangor/konto/to-steg/kodar", &[("kode", &paper[0])]).await;
        let newer = codes(&anew.text);
        assert_eq!(newer.len(), 10);
        let secrets: Vec<&str> = paper.iter().chain(&newer).map(String::as_str).collect();
        let told_by_now = told(&host, "kari@example.org", &secrets).await;
        assert_eq!(told_by_now, [SignInChange::AppMade, SignInChange::CodesMade], "and not of what was refused");
        let old = kari.post(APP, "/arrangor/konto/to-steg/fjern", &[("kode", &paper[1])]).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY, "the old ones are worth nothing any more");
        let removed = kari.post(APP, "/arrangor/konto/to-steg/fjern", &[("kode", &newer[0])]).await;
        assert_eq!(removed.location(), "/arrangor/konto/to-steg?gjort=fjerna");
        host.clock.advance(TimeDelta::minutes(1));
        let (app, _) = set_up(&host, &mut kari, APP).await;
        host.clock.advance(TimeDelta::minutes(1));
        let (mut browser, _) = by_link(&host, "kari@example.org").await;
        let code = app.code(host.clock.now());
        assert_eq!(browser.post(STEP, STEP, &[("kode", &code)]).await.status, StatusCode::SEE_OTHER);
        let told_by_now = told(&host, "kari@example.org", &[&Secret::new(app.0.as_slice().into()).to_base32()]).await;
        assert_eq!(told_by_now[2..], [SignInChange::AppRemoved, SignInChange::AppMade], "signing in tells nothing");
    }
}

#[tokio::test]
async fn a_secret_that_was_made_for_somebody_else_is_not_taken() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let mut ola = enter(&host, "ola@example.org", "distriktssenteret", Role::Reader).await;
        let form = ola.get(APP).await.text;
        let code = App::of(&form).code(host.clock.now());
        let sealed = between(&form, "name=\"hemmeleg\" value=\"", "\"").to_owned();
        for sealed in [sealed.as_str(), "", "AAAA"] {
            let refused = kari.post(APP, APP, &[("hemmeleg", sealed), ("kode", &code)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let (wrong, own) =
            ("000000", between(&kari.get(APP).await.text, "name=\"hemmeleg\" value=\"", "\"").to_owned());
        let refused = kari.post(APP, APP, &[("hemmeleg", &own), ("kode", wrong)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            store::second_factor::of_account(&host.db.read, id_of(&host, "kari@example.org").await).await,
            Ok(None)
        );
    }
}

#[tokio::test]
async fn an_organisation_that_requires_it_lets_nobody_in_without() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let mut byliv = enter(&host, "byliv@example.org", "bylivsenteret", Role::Owner).await;
        let require = format!("{ROLES}/krav");
        assert_eq!(kari.post(ROLES, &require, &[("krev", "ja")]).await.location(), format!("{ROLES}?gjort=krav"));
        assert_eq!(kari.get("/arrangor/konto").await.location(), "/arrangor/logg-inn?til=%2Farrangor%2Fkonto");
        let renewed = kari.get(&format!("{ASK}?til=/arrangor/konto")).await;
        assert_eq!(renewed.location(), "/arrangor/konto/to-steg?til=%2Farrangor%2Fkonto", "also those who are in");
        let (mut ola, answer) = {
            portal::invite(&host, "ola@example.org", "distriktssenteret", Role::Reader).await.expect("invited");
            by_link(&host, "ola@example.org").await
        };
        assert_eq!(answer.location(), "/arrangor/konto/to-steg?til=%2Farrangor%3Fa%3D1");
        assert!(!ola.cookies.contains_key("mp_organiser"));
        assert!(ola.get(APP).await.text.contains("Arrangøren din krev innlogging i to steg"));
        assert_eq!(ola.get("/arrangor/konto").await.status, StatusCode::SEE_OTHER);
        set_up(&host, &mut ola, APP).await;
        assert_eq!(ola.get("/arrangor").await.status, StatusCode::OK);
        assert_eq!(byliv.get("/arrangor/konto").await.status, StatusCode::OK, "others are not asked");

        set_up(&host, &mut kari, APP).await;
        kari.post(ROLES, &require, &[("krev", "nei")]).await;
        portal::invite(&host, "per@example.org", "distriktssenteret", Role::Reader).await.expect("invited");
        assert_eq!(by_link(&host, "per@example.org").await.1.location(), "/arrangor?a=1");
    }
}

#[tokio::test]
async fn only_owners_decide_what_is_required() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let require = format!("{ROLES}/krav");
        for role in Role::ALL {
            for organisation in ["distriktssenteret", "bylivsenteret"] {
                if (role, organisation) == (Role::Owner, "distriktssenteret") {
                    continue;
                }
                let email = format!("{role:?}@{organisation}.example");
                let mut somebody = enter(&host, &email, organisation, role).await;
                let refused = somebody.post("/arrangor/konto", &require, &[("krev", "ja")]).await;
                assert_eq!(refused.status, StatusCode::NOT_FOUND, "{role:?} in {organisation}");
            }
        }
        let mut owner = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        assert_eq!(owner.post_plain(&require, &[("krev", "ja")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(owner.get("/arrangor/konto").await.status, StatusCode::OK, "nothing was required");
    }
}

#[tokio::test]
async fn the_operator_can_require_it_of_everybody_and_help_who_has_lost_everything() {
    for kind in KINDS {
        let mut place = place(kind);
        place.settings.second_factor_required = true;
        let host = open(&place.settings, portal::NAME, Clock::set_at(beginning())).await;
        organisations(&host).await;
        portal::invite(&host, "kari@example.org", "distriktssenteret", Role::Owner).await.expect("invited");
        let (mut kari, answer) = by_link(&host, "kari@example.org").await;
        assert_eq!(answer.location(), "/arrangor/konto/to-steg?til=%2Farrangor%3Fa%3D1");
        set_up(&host, &mut kari, APP).await;
        assert_eq!(kari.get("/arrangor").await.status, StatusCode::OK);

        assert_eq!(portal::forget_second_factor(&host, "Kari@Example.org").await, Ok(true));
        assert_eq!(portal::forget_second_factor(&host, "kari@example.org").await, Ok(false));
        assert_eq!(portal::forget_second_factor(&host, "ingen@example.org").await, Ok(false));
        assert_eq!(kari.get("/arrangor/konto").await.status, StatusCode::SEE_OTHER, "whoever was in is not any more");
        let (mut again, _) = by_link(&host, "kari@example.org").await;
        set_up(&host, &mut again, APP).await;
    }
}

#[tokio::test]
async fn the_language_menu_keeps_the_secret_and_types_nothing() {
    for kind in KINDS {
        let host: TestHost = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let form = kari.get(APP).await.text;
        let key = between(&form, "<dd translate=\"no\">", "</dd>").to_owned();
        let sealed = between(&form, "name=\"hemmeleg\" value=\"", "\"").to_owned();
        let fields = [("hemmeleg", sealed.as_str()), ("kode", "123456"), ("language_switch", "form")];
        let page = kari.post(APP, &format!("{APP}?sprak=en"), &fields).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("<html lang=\"en\"") && page.text.contains(&key));
    }
}

#[tokio::test]
async fn an_operator_needs_an_app_and_is_led_to_how_the_services_do() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Reader).await;
        assert!(!kari.get("/arrangor").await.text.contains("/drift/portal"));
        assert!(!portal::make_operator(&host, "ola@example.org", true).await.expect("done"), "nobody has this address");
        for _again in 0..2 {
            assert!(portal::make_operator(&host, "Kari@example.org", true).await.expect("done"));
        }
        let (mut browser, answer) = by_link(&host, "kari@example.org").await;
        assert!(answer.location().starts_with(APP), "{kind:?}: {}", answer.location());
        let page = answer.location().to_owned();
        set_up(&host, &mut browser, &page).await;
        assert!(browser.get("/arrangor").await.text.contains("href=\"/drift/portal\""), "{kind:?}");
        assert!(portal::make_operator(&host, "kari@example.org", false).await.expect("done"));
        let id = id_of(&host, "kari@example.org").await;
        assert!(!store::operator::is(&host.db.read, id).await.expect("read"), "{kind:?}: no longer");
    }
}
