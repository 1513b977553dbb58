use crate::browser::{Browser, site};
use crate::world::{kari, newest_link, organisations, told};
use axum::http::StatusCode;
use bus::testing::said_of;
use chrono::TimeDelta;
use host::Purpose;
use host::testing::{KINDS, host};
use portal::{invite, store};
use proto::account::{Role, SignInChange, SignInRequested};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use std::time::{Duration, Instant};

const ASK: &str = "/arrangor/logg-inn";

/// Asks for a link as a visitor does.
async fn ask(browser: &mut Browser, email: &str) -> crate::browser::Answer {
    browser.post(ASK, ASK, &[("epost", email)]).await
}

#[tokio::test]
async fn a_link_signs_in_and_leads_to_the_page_one_wanted() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        kari(&host).await;
        let mut browser = Browser::new(&host).await;
        let sent_away = browser.get("/arrangor?a=1").await;
        assert_eq!(sent_away.status, StatusCode::SEE_OTHER);
        let form = sent_away.location().to_owned();
        assert_eq!(form, "/arrangor/logg-inn?til=%2Farrangor%3Fa%3D1");

        let asked = browser.post(&form, ASK, &[("epost", "KARI@example.org "), ("til", "/arrangor?a=1")]).await;
        assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, "/arrangor/logg-inn/sendt"));
        assert!(browser.get("/arrangor/logg-inn/sendt").await.text.contains("har vi sendt ei lenkje dit"));

        let link = newest_link(&host).await;
        let said = said_of::<SignInRequested>(&host.db).await.pop().expect("said");
        assert_eq!((said.organisation.as_str(), said.invited), ("distriktssenteret", false));
        assert_eq!(said.expires_at, host.clock.now() + TimeDelta::minutes(30));

        for _ in 0..3 {
            assert_eq!(browser.get(&link).await.status, StatusCode::OK, "looking does not use it up");
        }
        let entered = browser.post(&link, &link, &[]).await;
        assert_eq!((entered.status, entered.location()), (StatusCode::SEE_OTHER, "/arrangor?a=1"));
        let overview = browser.get("/arrangor").await;
        assert_eq!(overview.status, StatusCode::OK);
        assert!(overview.text.contains("Distriktssenteret: eigar"));
        assert!(overview.header("cache-control").contains("no-store"));
    }
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer_in_the_same_time() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        kari(&host).await;
        let mut answers = Vec::new();
        for email in ["kari@example.org", "ola@example.org"] {
            let mut browser = Browser::new(&host).await;
            browser.get(ASK).await;
            let begun = Instant::now();
            let answer = ask(&mut browser, email).await;
            assert!(begun.elapsed() >= Duration::from_millis(300), "both wait for the same moment");
            let mut headers: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
            headers.sort();
            let page = browser.get(answer.location()).await.text;
            answers.push((answer.status, answer.location().to_owned(), headers, answer.text, page));
        }
        assert_eq!(answers[0], answers[1]);
        let said = said_of::<SignInRequested>(&host.db).await;
        assert_eq!(said.iter().filter(|said| !said.invited).count(), 1, "but only one is sent anything");
    }
}

#[tokio::test]
async fn a_link_works_once_in_time_and_only_if_it_is_ours() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        kari(&host).await;
        let site = site(&host).await;
        let mut browser = Browser::of(site.clone());
        ask(&mut browser, "kari@example.org").await;
        let first = newest_link(&host).await;
        ask(&mut browser, "kari@example.org").await;
        let second = newest_link(&host).await;
        assert_eq!(browser.post(&second, &second, &[]).await.status, StatusCode::SEE_OTHER);

        let mut other = Browser::of(site.clone());
        for spent in [&second, &first] {
            assert_eq!(other.get(spent).await.status, StatusCode::GONE, "using one voids all");
            let again = other.post(ASK, spent, &[]).await;
            assert_eq!(again.status, StatusCode::GONE);
            assert!(again.text.contains("Lenkja verkar ikkje lenger"));
        }

        ask(&mut browser, "kari@example.org").await;
        let late = newest_link(&host).await;
        host.clock.advance(TimeDelta::minutes(30));
        assert_eq!(other.post(ASK, &late, &[]).await.status, StatusCode::GONE);

        let unknown = host.keys.token(Purpose::SignIn, uuid::Uuid::from_u128(7), 0);
        let for_something_else = host.keys.token(Purpose::Manage, uuid::Uuid::from_u128(7), 0);
        for forged in [unknown.as_str(), for_something_else.as_str(), "AAAA", "%00"] {
            let link = format!("/arrangor/inn/{forged}");
            assert_eq!(other.get(&link).await.status, StatusCode::GONE, "{forged}");
            assert_eq!(other.post(ASK, &link, &[]).await.status, StatusCode::GONE, "{forged}");
        }
        assert!(!other.cookies.contains_key("mp_session"));
        assert_eq!(other.get("/arrangor").await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn one_link_used_by_two_at_once_lets_one_in() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let link = kari(&host).await;
        let site = site(&host).await;
        let mut entering = Vec::new();
        for _ in 0..8 {
            let (mut browser, link) = (Browser::of(site.clone()), link.clone());
            entering.push(tokio::spawn(async move { browser.post(&link, &link, &[]).await.status }));
        }
        let mut inside = 0;
        for entered in entering {
            inside += usize::from(entered.await.expect("an answer") == StatusCode::SEE_OTHER);
        }
        assert_eq!(inside, 1, "{kind:?}");
    }
}

#[tokio::test]
async fn a_session_never_takes_over_an_id_from_before() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let link = kari(&host).await;
        let mut browser = Browser::new(&host).await;
        browser.post(&link, &link, &[]).await;
        let before = browser.cookies["mp_session"].clone();
        ask(&mut Browser::new(&host).await, "kari@example.org").await;
        let link = newest_link(&host).await;
        browser.post(&link, &link, &[]).await;
        assert_ne!(browser.cookies["mp_session"], before);

        let mut attacker = Browser::new(&host).await;
        attacker.cookies.insert("mp_session".to_owned(), before);
        assert_eq!(attacker.get(ASK).await.status, StatusCode::OK, "the session from before has ended");
        attacker.cookies.insert("mp_session".to_owned(), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned());
        assert_eq!(attacker.get(ASK).await.status, StatusCode::OK, "an invented one never was");
    }
}

#[tokio::test]
async fn roles_are_read_again_when_they_are_renewed() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let link = kari(&host).await;
        invite(&host, "kari@example.org", "bylivsenteret", Role::Numbers).await.expect("invited");
        let mut browser = Browser::new(&host).await;
        browser.post(&link, &link, &[]).await;
        assert!(browser.get("/arrangor").await.text.contains("BYLIVsenteret: ser berre tal"));

        store::membership::Entity::delete_many().exec(&host.db.write).await.expect("removed");
        host.clock.advance(TimeDelta::minutes(10));
        let sent_away = browser.get("/arrangor").await;
        assert_eq!(sent_away.status, StatusCode::SEE_OTHER, "the roles in the cookie are too old");
        let renewed = browser.get(sent_away.location()).await;
        assert_eq!((renewed.status, renewed.location()), (StatusCode::SEE_OTHER, "/arrangor"));
        let overview = browser.get("/arrangor").await;
        assert_eq!(overview.status, StatusCode::OK, "still signed in");
        assert!(overview.text.contains("Kontoen din har inga rolle no"));

        let account = store::account::Entity::find().one(&host.db.read).await.expect("read").expect("Kari");
        let mut account = account.into_active_model();
        account.disabled = Set(true);
        account.update(&host.db.write).await.expect("disabled");
        host.clock.advance(TimeDelta::minutes(10));
        assert_eq!(browser.get(ASK).await.status, StatusCode::OK, "a disabled account is asked to sign in");
    }
}

#[tokio::test]
async fn a_session_ends_by_itself_by_signing_out_and_everywhere() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let link = kari(&host).await;
        let site = site(&host).await;
        let (mut here, mut there) = (Browser::of(site.clone()), Browser::of(site.clone()));
        here.post(&link, &link, &[]).await;
        ask(&mut there, "kari@example.org").await;
        let link = newest_link(&host).await;
        there.post(&link, &link, &[]).await;
        let kept = there.cookies["mp_session"].clone();

        let out = here.post("/arrangor", "/arrangor/logg-ut", &[("kvar", "her")]).await;
        assert_eq!(out.location(), "/arrangor/logg-inn?ut=her");
        assert!(!here.cookies.contains_key("mp_session") && !here.cookies.contains_key("mp_organiser"));
        assert!(here.get(out.location()).await.text.contains("Du er logga ut."));
        assert_eq!(there.get(ASK).await.status, StatusCode::SEE_OTHER, "the other browser is still signed in");

        there.post("/arrangor", "/arrangor/logg-ut", &[("kvar", "overalt")]).await;
        here.cookies.insert("mp_session".to_owned(), kept.clone());
        assert_eq!(here.get(ASK).await.status, StatusCode::OK, "its cookie is worth nothing any more");
        assert_eq!(told(&host, "kari@example.org", &[&kept]).await, [SignInChange::SignedOutEverywhere]);

        ask(&mut there, "kari@example.org").await;
        let link = newest_link(&host).await;
        there.post(&link, &link, &[]).await;
        host.clock.advance(TimeDelta::days(7));
        assert_eq!(there.get(ASK).await.status, StatusCode::OK, "a week is over");
    }
}

#[tokio::test]
async fn one_is_only_led_on_to_organisers_pages_of_this_site() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let link = kari(&host).await;
        let mut browser = Browser::new(&host).await;
        browser.post(&link, &link, &[]).await;
        for (wanted, onward) in [
            ("/arrangor/brev/tomme-lokale", "/arrangor/brev/tomme-lokale"),
            ("https://evil.example/arrangor/", "/arrangor"),
            ("//evil.example/arrangor/", "/arrangor"),
            ("/\\evil.example", "/arrangor"),
            ("/mi/abc", "/arrangor"),
            ("/arrangor/a\r\nSet-Cookie: a=b", "/arrangor/aSet-Cookie:%20a=b"),
        ] {
            let til: String = url::form_urlencoded::byte_serialize(wanted.as_bytes()).collect();
            assert_eq!(browser.get(&format!("{ASK}?til={til}")).await.location(), onward, "{wanted:?}");
        }
        let mut other = Browser::new(&host).await;
        other.post(ASK, ASK, &[("epost", "kari@example.org"), ("til", "https://evil.example/")]).await;
        let link = newest_link(&host).await;
        assert_eq!(other.post(&link, &link, &[]).await.location(), "/arrangor");
    }
}

#[tokio::test]
async fn an_account_is_sent_five_links_an_hour() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        kari(&host).await;
        host.clock.advance(TimeDelta::hours(1));
        let mut browser = Browser::new(&host).await;
        for _ in 0..7 {
            assert_eq!(ask(&mut browser, "kari@example.org").await.location(), "/arrangor/logg-inn/sendt");
        }
        assert_eq!(said_of::<SignInRequested>(&host.db).await.len(), 1 + 5);
        host.clock.advance(TimeDelta::hours(1));
        ask(&mut browser, "kari@example.org").await;
        assert_eq!(said_of::<SignInRequested>(&host.db).await.len(), 1 + 6);
    }
}

#[tokio::test]
async fn forms_from_elsewhere_and_impossible_addresses_do_nothing() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let link = kari(&host).await;
        let mut browser = Browser::new(&host).await;
        let elsewhere = browser.post_plain(ASK, &[("epost", "kari@example.org"), ("csrf", "AAAA")]).await;
        assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.post_plain(&link, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.get(&link).await.status, StatusCode::OK, "the link is not used up");

        let wrong = ask(&mut browser, "kari\"><script>").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("<title>Feil:") && wrong.text.contains("til dømes kari@kommune.no"));
        assert!(wrong.text.contains("kari&quot;&gt;&lt;script&gt;"), "what was typed is kept, as text");
        assert_eq!(said_of::<SignInRequested>(&host.db).await.len(), 1, "only the invitation");

        browser.post(&link, &link, &[]).await;
        assert_eq!(browser.post_plain("/arrangor/logg-ut", &[("kvar", "overalt")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.get("/arrangor").await.status, StatusCode::OK, "still signed in");
    }
}

#[tokio::test]
async fn cookies_are_out_of_reach_of_scripts_and_other_sites() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let link = kari(&host).await;
        let mut browser = Browser::new(&host).await;
        let entered = browser.post(&link, &link, &[]).await;
        let cookies: Vec<_> = entered.headers.get_all("set-cookie").iter().filter_map(|c| c.to_str().ok()).collect();
        assert_eq!(cookies.len(), 2);
        for cookie in cookies {
            assert!(cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
        }
    }
}

#[tokio::test]
async fn the_language_menu_keeps_the_address_and_sends_nothing() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        kari(&host).await;
        let mut browser = Browser::new(&host).await;
        let before = said_of::<SignInRequested>(&host.db).await.len();
        let fields = [("epost", "kari@example.org"), ("til", "/arrangor?a=1"), ("language_switch", "form")];
        let page = browser.post(ASK, &format!("{ASK}?sprak=sv"), &fields).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("<html lang=\"sv\"") && page.text.contains("value=\"kari@example.org\""));
        assert!(page.text.contains("/arrangor?a=1") || page.text.contains("&#x2f;arrangor?a=1"), "{}", page.text);
        assert_eq!(said_of::<SignInRequested>(&host.db).await.len(), before);
    }
}
