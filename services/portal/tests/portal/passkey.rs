use crate::browser::{Answer, Browser};
use crate::device::{Device, Question};
use crate::world::{enter, newest_link, organisations, told};
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::testing::{KINDS, Kind, Place, beginning, open, place};
use host::{Clock, Host};
use proto::account::{Role, SignInChange};

const WAYS: &str = "/arrangor/konto/innlogging";
const MAKE: &str = "/arrangor/konto/passnokkel";
const ASK: &str = "/arrangor/logg-inn";
const ENTER: &str = "/arrangor/logg-inn/passnokkel";
const STEP: &str = "/arrangor/stadfest";
const STEP_SHOWN: &str = "/arrangor/stadfest/passnokkel";
const ORIGIN: &str = "https://moteplass.example";

struct World {
    host: Host,
    _place: Place,
}

async fn world(kind: Kind, change: impl FnOnce(&mut host::Settings)) -> World {
    let mut place = place(kind);
    place.settings.url = ORIGIN.parse().expect("an address");
    change(&mut place.settings);
    let host = open(&place.settings, portal::NAME, Clock::set_at(beginning())).await;
    organisations(&host).await;
    World { host, _place: place }
}

/// Somebody who has just signed in, with a passkey.
async fn somebody(host: &Host, email: &str) -> (Browser, Device) {
    let mut browser = enter(host, email, "distriktssenteret", Role::Owner).await;
    let question = Question::on(&browser.get(WAYS).await.text, "create");
    let (device, answer) = Device::make(&question, ORIGIN);
    let fields = [("utfordring", question.sealed.as_str()), ("svar", answer.as_str()), ("namn", " Jobbtelefonen ")];
    let made = browser.post(WAYS, MAKE, &fields).await;
    assert_eq!(made.location(), "/arrangor/konto/innlogging?gjort=passnokkel", "{}", made.text);
    (browser, device)
}

async fn show(browser: &mut Browser, sealed: &str, answer: &str) -> Answer {
    browser.post(ASK, ENTER, &[("utfordring", sealed), ("svar", answer), ("til", "/arrangor?a=1")]).await
}

/// Signs in by a passkey alone, with another browser.
async fn by_passkey(host: &Host, device: &mut Device) -> Answer {
    let mut browser = Browser::new(host).await;
    let question = Question::on(&browser.get(ASK).await.text, "get");
    let answer = device.show(&question);
    show(&mut browser, &question.sealed, &answer).await
}

fn is_in(answer: &Answer) -> bool {
    answer.status == StatusCode::SEE_OTHER && answer.location() == "/arrangor?a=1"
}

#[track_caller]
fn is_refused(answer: &Answer, what: &str) {
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}: {}", answer.text);
    assert!(answer.text.contains("Passnøkkelen vart ikkje godteken"), "{what}");
    let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().filter_map(|own| own.to_str().ok()).collect();
    assert!(!cookies.iter().any(|own| own.starts_with("mp_session")), "{what}: {cookies:?}");
}

#[tokio::test]
async fn a_passkey_is_made_named_used_alone_and_taken_away() {
    for kind in KINDS {
        let world = world(kind, |settings| settings.second_factor_required = false).await;
        let (mut kari, mut device) = somebody(&world.host, "kari@example.org").await;
        let page = kari.get("/arrangor/konto/innlogging?gjort=passnokkel").await.text;
        assert!(page.contains("Passnøkkelen er laga.") && page.contains(">Jobbtelefonen<") && page.contains("Aldri"));
        assert!(is_in(&by_passkey(&world.host, &mut device).await));
        assert!(is_in(&by_passkey(&world.host, &mut device).await), "and once more");
        let page = kari.get(WAYS).await.text;
        assert!(!page.contains("Aldri"), "{page}");

        // The way by e-mail stays as it was.
        let mut browser = Browser::new(&world.host).await;
        browser.post(ASK, ASK, &[("epost", "kari@example.org"), ("til", "/arrangor?a=1")]).await;
        let link = newest_link(&world.host).await;
        assert!(is_in(&browser.post(&link, &link, &[]).await));

        let remove = page.split("action=\"").find(|rest| rest.starts_with(MAKE) && rest.contains("/fjern\""));
        let remove = remove.and_then(|rest| rest.split('"').next()).expect("a button").to_owned();
        let mut ola = enter(&world.host, "ola@example.org", "distriktssenteret", Role::Owner).await;
        assert_eq!(ola.post(WAYS, &remove, &[]).await.status, StatusCode::NOT_FOUND, "of somebody else");
        assert_eq!(kari.post_plain(&remove, &[]).await.status, StatusCode::FORBIDDEN, "from elsewhere");
        assert!(is_in(&by_passkey(&world.host, &mut device).await));
        assert_eq!(
            kari.post(WAYS, &remove, &[]).await.location(),
            "/arrangor/konto/innlogging?gjort=passnokkel-fjerna"
        );
        is_refused(&by_passkey(&world.host, &mut device).await, "taken away");
        let expected = [SignInChange::PasskeyMade, SignInChange::PasskeyRemoved];
        assert_eq!(told(&world.host, "kari@example.org", &["Jobbtelefonen"]).await, expected);
        assert_eq!(told(&world.host, "ola@example.org", &[]).await, []);
    }
}

#[tokio::test]
async fn an_answer_is_good_once_for_what_was_asked_and_for_a_while() {
    for kind in KINDS {
        let world = world(kind, |_| {}).await;
        let (mut kari, mut device) = somebody(&world.host, "kari@example.org").await;
        let mut browser = Browser::new(&world.host).await;
        let question = Question::on(&browser.get(ASK).await.text, "get");
        let answer = device.show(&question);
        assert!(is_in(&show(&mut browser, &question.sealed, &answer).await));
        let mut thief = Browser::new(&world.host).await;
        is_refused(&show(&mut thief, &question.sealed, &answer).await, "replayed");
        let again = device.show(&question);
        is_refused(&show(&mut thief, &question.sealed, &again).await, "the question again");
        let other = Question::on(&thief.get(ASK).await.text, "get");
        is_refused(&show(&mut thief, &other.sealed, &answer).await, "replayed to another question");
        let making = Question::on(&kari.get(WAYS).await.text, "create");
        let shown = device.show(&making);
        is_refused(&show(&mut thief, &making.sealed, &shown).await, "asked for something else");
        for (sealed, answer) in [("", answer.as_str()), (other.sealed.as_str(), ""), (&other.sealed, "{}"), ("x", "[]")]
        {
            is_refused(&show(&mut thief, sealed, answer).await, "nonsense");
        }
        let late = Question::on(&thief.get(ASK).await.text, "get");
        world.host.clock.advance(TimeDelta::minutes(5));
        let answer = device.show(&late);
        is_refused(&show(&mut thief, &late.sealed, &answer).await, "too late");
        assert!(is_in(&by_passkey(&world.host, &mut device).await), "the device is as good as before");

        let question = Question::on(&thief.get(ASK).await.text, "get");
        let answer = device.show(&question);
        let fields = [("utfordring", question.sealed.as_str()), ("svar", answer.as_str())];
        assert_eq!(thief.post_plain(ENTER, &fields).await.status, StatusCode::FORBIDDEN, "a form from elsewhere");
        // Two browsers with the same answer in the same moment.
        let mut other = Browser::new(&world.host).await;
        let answers =
            tokio::join!(show(&mut thief, &question.sealed, &answer), show(&mut other, &question.sealed, &answer));
        assert_eq!([is_in(&answers.0), is_in(&answers.1)].iter().filter(|own| **own).count(), 1, "one of the two");
    }
}

#[tokio::test]
async fn a_passkey_proves_nothing_elsewhere_without_its_owner_or_when_it_was_copied() {
    for kind in KINDS {
        let world = world(kind, |_| {}).await;
        let (_, mut device) = somebody(&world.host, "kari@example.org").await;
        let (_, mut stranger) = somebody(&world.host, "ola@example.org").await;
        type Change = fn(&mut Device);
        let changes: [(&str, Change); 5] = [
            ("another origin", |own| own.origin = "https://moteplass.example.evil.example".to_owned()),
            ("another port", |own| own.origin = "https://moteplass.example:8443".to_owned()),
            ("another site", |own| own.site = "evil.example".to_owned()),
            ("nobody was asked for a finger", |own| own.verified = false),
            ("a passkey that nobody knows", |own| own.id = vec![7; 32]),
        ];
        for (what, change) in changes {
            let (origin, site, id, verified) = (device.origin.clone(), device.site.clone(), device.id.clone(), true);
            change(&mut device);
            is_refused(&by_passkey(&world.host, &mut device).await, what);
            (device.origin, device.site, device.id, device.verified) = (origin, site, id, verified);
        }
        // The one of somebody else, with one's own name on it and the other way round.
        let own = stranger.id.clone();
        stranger.id.clone_from(&device.id);
        is_refused(&by_passkey(&world.host, &mut stranger).await, "signed with another key");
        stranger.id = own;
        stranger.claim(&device);
        is_refused(&by_passkey(&world.host, &mut stranger).await, "in the name of another");

        device.count = 40;
        assert!(is_in(&by_passkey(&world.host, &mut device).await));
        device.count = 20;
        is_refused(&by_passkey(&world.host, &mut device).await, "a copy that is behind");
        device.count = 40;
        is_refused(&by_passkey(&world.host, &mut device).await, "a copy that is as far");
        assert!(is_in(&by_passkey(&world.host, &mut device).await));
    }
}

#[tokio::test]
async fn a_passkey_is_a_second_proof_of_its_own_account() {
    for kind in KINDS {
        let mut place = place(kind);
        place.settings.url = ORIGIN.parse().expect("an address");
        let clock = Clock::set_at(beginning());
        let host = open(&place.settings, portal::NAME, clock.clone()).await;
        organisations(&host).await;
        let (_, mut device) = somebody(&host, "kari@example.org").await;
        let (_, mut stranger) = somebody(&host, "ola@example.org").await;
        place.settings.second_factor_required = true;
        let host = open(&place.settings, portal::NAME, clock).await;

        let mut browser = Browser::new(&host).await;
        browser.post(ASK, ASK, &[("epost", "kari@example.org"), ("til", "/arrangor?a=1")]).await;
        let link = newest_link(&host).await;
        let half = browser.post(&link, &link, &[]).await;
        assert_eq!(half.location(), "/arrangor/stadfest?til=%2Farrangor%3Fa%3D1");
        let page = browser.get(STEP).await.text;
        assert!(page.contains("Stadfest med passnøkkelen din") && !page.contains("name=\"kode\""), "{page}");
        let question = Question::on(&page, "get");
        let answer = stranger.show(&question);
        let fields = [("utfordring", question.sealed.as_str()), ("svar", answer.as_str()), ("til", "/arrangor?a=1")];
        is_refused(&browser.post(STEP, STEP_SHOWN, &fields).await, "of somebody else");
        // A question from the page to sign in on is not one for this step.
        let elsewhere = Question::on(&Browser::new(&host).await.get(ASK).await.text, "get");
        let answer = device.show(&elsewhere);
        let fields = [("utfordring", elsewhere.sealed.as_str()), ("svar", answer.as_str())];
        is_refused(&browser.post(STEP, STEP_SHOWN, &fields).await, "asked for another purpose");
        assert_eq!(browser.get("/arrangor/konto").await.status, StatusCode::SEE_OTHER, "still outside");

        let before = browser.cookies["mp_session"].clone();
        let question = Question::on(&browser.get(STEP).await.text, "get");
        let answer = device.show(&question);
        let fields = [("utfordring", question.sealed.as_str()), ("svar", answer.as_str()), ("til", "/arrangor?a=1")];
        assert!(is_in(&browser.post(STEP, STEP_SHOWN, &fields).await));
        assert_ne!(browser.cookies["mp_session"], before, "no id from before goes on");
        assert_eq!(browser.get("/arrangor/konto").await.status, StatusCode::OK);
        assert!(is_in(&by_passkey(&host, &mut device).await), "and alone it is two proofs in one");

        assert_eq!(portal::forget_second_factor(&host, "kari@example.org").await, Ok(true));
        is_refused(&by_passkey(&host, &mut device).await, "the operator has helped who lost everything");
        assert_eq!(told(&host, "kari@example.org", &[]).await, [SignInChange::PasskeyMade, SignInChange::Reset]);
    }
}

#[tokio::test]
async fn only_who_has_just_signed_in_makes_one_and_not_the_same_twice() {
    for kind in KINDS {
        let world = world(kind, |_| {}).await;
        let (mut kari, device) = somebody(&world.host, "kari@example.org").await;
        let question = Question::on(&kari.get(WAYS).await.text, "create");
        let known = &question.options["excludeCredentials"];
        assert_eq!(known.as_array().map(Vec::len), Some(1), "the device is told which it has");
        let refused = "/arrangor/konto/innlogging?stopp=passnokkel";
        let answer = device.made(&question);
        let fields = [("utfordring", question.sealed.as_str()), ("svar", answer.as_str())];
        assert_eq!(kari.post(WAYS, MAKE, &fields).await.location(), refused, "it is there already");
        assert_eq!(kari.post_plain(MAKE, &fields).await.status, StatusCode::FORBIDDEN, "from elsewhere");

        // In the session of somebody else, with their question: nothing is made for anybody.
        let mut ola = enter(&world.host, "ola@example.org", "bylivsenteret", Role::Editor).await;
        let question = Question::on(&kari.get(WAYS).await.text, "create");
        let (_, answer) = Device::make(&question, ORIGIN);
        let fields = [("utfordring", question.sealed.as_str()), ("svar", answer.as_str())];
        assert_eq!(ola.post(WAYS, MAKE, &fields).await.location(), refused);
        let (_, elsewhere) = Device::make(&question, "https://evil.example");
        let fields = [("utfordring", question.sealed.as_str()), ("svar", elsewhere.as_str())];
        assert_eq!(kari.post(WAYS, MAKE, &fields).await.location(), refused, "made on another site");

        world.host.clock.advance(TimeDelta::minutes(16));
        let page = kari.get(WAYS).await.text;
        assert!(page.contains("siste kvarteret") && !page.contains("data-passkey"), "{page}");
        let fields = [("utfordring", question.sealed.as_str()), ("svar", answer.as_str())];
        assert_eq!(kari.post("/arrangor/konto", MAKE, &fields).await.location(), WAYS, "too long ago");
    }
}

#[tokio::test]
async fn where_the_address_is_a_number_there_are_no_passkeys() {
    let world = world(KINDS[0], |settings| settings.url = "http://127.0.0.1:8080".parse().expect("an address")).await;
    let mut kari = enter(&world.host, "kari@example.org", "distriktssenteret", Role::Owner).await;
    let page = kari.get(WAYS).await.text;
    assert!(page.contains("Passnøklar verkar ikkje her") && !page.contains("data-passkey"));
    assert!(!Browser::new(&world.host).await.get(ASK).await.text.contains("passkey"));
}
