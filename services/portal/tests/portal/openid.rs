use crate::browser::{Answer, Browser};
use crate::provider::{CLIENT, Key, SECRET, StandIn, Way, signed};
use crate::world::{organisations, told};
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::testing::{KINDS, Kind, Place, beginning, open, place};
use host::{Clock, Host, OpenIdProvider};
use portal::store;
use proto::account::{Role, SignInChange};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

const START: &str = "/arrangor/openid/entra";
const ANSWER: &str = "/arrangor/openid/entra/svar";
const WAYS: &str = "/arrangor/konto/innlogging";
const KARI: &str = "kari@example.org";

struct World {
    host: Host,
    provider: StandIn,
    _place: Place,
}

/// An installation with a provider, in which Kari is an owner.
async fn world(kind: Kind, change: impl FnOnce(&mut host::Settings)) -> World {
    let provider = StandIn::start().await;
    let mut place = place(kind);
    std::fs::create_dir_all(&place.settings.data).expect("a folder");
    let client_secret_file = place.settings.data.join("openid-secret");
    std::fs::write(&client_secret_file, format!("{SECRET}\n")).expect("written");
    let entra = OpenIdProvider {
        name: "Microsoft".to_owned(),
        issuer: provider.issuer.clone(),
        client_id: CLIENT.to_owned(),
        client_secret_file,
        mfa_acr: vec!["https://refeds.org/profile/mfa".to_owned()],
    };
    place.settings.openid.insert("entra".to_owned(), entra);
    change(&mut place.settings);
    let host = open(&place.settings, portal::NAME, Clock::set_at(beginning())).await;
    organisations(&host).await;
    portal::invite(&host, KARI, "distriktssenteret", Role::Owner).await.expect("invited");
    World { host, provider, _place: place }
}

impl World {
    /// Sends a browser to the provider.
    async fn leave(&self, browser: &mut Browser) -> Way {
        let sent = browser.get(&format!("{START}?til=/arrangor%3Fa=1")).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        assert!(sent.location().starts_with(&format!("{}/authorize?", self.provider.issuer)), "{}", sent.location());
        Way::of(sent.location())
    }

    /// What an honest provider says about Kari, with changes.
    fn claims(&self, way: &Way, changes: Value) -> Value {
        let mut claims = self.provider.claims(way, "kari-there", self.host.clock.now());
        let (Value::Object(all), Value::Object(changes)) = (&mut claims, changes) else { panic!("objects") };
        for (name, value) in changes {
            all.insert(name, value);
        }
        claims
    }

    /// Comes back with a token.
    async fn back(&self, browser: &mut Browser, way: &Way, token: String) -> Answer {
        let code = self.provider.code(way, token);
        browser.get(&format!("{ANSWER}?code={code}&state={}", way.state)).await
    }

    /// Goes there and comes back with what the provider says about somebody.
    async fn through(&self, browser: &mut Browser, changes: Value) -> Answer {
        let way = self.leave(browser).await;
        let token = self.provider.token(&self.claims(&way, changes));
        self.back(browser, &way, token).await
    }
}

fn verified() -> Value {
    json!({ "email": "Kari@Example.org", "email_verified": true })
}

fn signed_in(answer: &Answer) -> bool {
    answer.status == StatusCode::SEE_OTHER && answer.location() == "/arrangor?a=1"
}

#[tokio::test]
async fn an_invited_person_comes_in_by_a_verified_address_and_then_by_who_they_are_there() {
    for kind in KINDS {
        let world = world(kind, |_| {}).await;
        let mut kari = Browser::new(&world.host).await;
        let form = kari.get("/arrangor/logg-inn?til=/arrangor%3Fa=1").await.text;
        assert!(form.contains("Logg inn med Microsoft") && form.contains(START), "{form}");
        let way = world.leave(&mut kari).await;
        for (name, value) in [("response_type", "code"), ("code_challenge_method", "S256"), ("client_id", CLIENT)] {
            assert_eq!(way.all[name], value);
        }
        assert_eq!(way.all["redirect_uri"], world.host.address(ANSWER));
        assert!(way.all["scope"].contains("openid") && way.all["scope"].contains("email"));
        let token = world.provider.token(&world.claims(&way, verified()));
        let entered = world.back(&mut kari, &way, token).await;
        assert!(signed_in(&entered), "{}", entered.text);
        assert_eq!(kari.get("/arrangor").await.status, StatusCode::OK);
        assert!(!kari.cookies.contains_key("mp_openid"));

        // The address is another meanwhile, and unverified; the person is the same.
        let before = kari.cookies["mp_session"].clone();
        let again = world.through(&mut kari, json!({ "email": "kari@other.example" })).await;
        assert!(signed_in(&again));
        assert_ne!(kari.cookies["mp_session"], before, "no id from before goes on");
        kari.cookies.insert("mp_session".to_owned(), before);
        assert_eq!(kari.get("/arrangor/konto").await.status, StatusCode::SEE_OTHER, "and the one before has ended");

        // Entra ID says it in its own way.
        portal::invite(&world.host, "ola@example.org", "distriktssenteret", Role::Door).await.expect("invited");
        let entra = json!({ "sub": "ola-there", "email": "ola@example.org", "xms_edov": "1", "tid": "tenant" });
        assert!(signed_in(&world.through(&mut Browser::new(&world.host).await, entra).await));
        for somebody in [KARI, "ola@example.org"] {
            let told = told(&world.host, somebody, &[]).await;
            assert_eq!(told, [SignInChange::ProviderLinked], "{somebody} is told of the first time, and of no other");
        }
    }
}

#[tokio::test]
async fn strangers_and_people_whose_address_is_not_verified_are_told_the_same() {
    for kind in KINDS {
        let world = world(kind, |_| {}).await;
        let mut pages = Vec::new();
        for (changes, email) in [
            (json!({ "email": KARI, "email_verified": false }), KARI),
            (json!({ "email": KARI }), KARI),
            (json!({ "email": "nobody@example.org", "email_verified": true }), "nobody@example.org"),
            (json!({ "email": "nobody@example.org" }), "nobody@example.org"),
            (json!({ "preferred_username": KARI, "upn": KARI }), ""),
            (
                json!({ "email": "kari@example.org,nobody@example.org", "email_verified": true }),
                "kari@example.org,nobody@example.org",
            ),
            (json!({ "email": KARI, "xms_edov": "no" }), KARI),
        ] {
            let mut browser = Browser::new(&world.host).await;
            let answer = world.through(&mut browser, changes).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN);
            assert!(answer.text.contains("Vi kjenner ikkje innlogginga di hos Microsoft enno"), "{}", answer.text);
            assert!(answer.text.contains(WAYS), "who comes in by e-mail is led to where it can be linked");
            assert!(!browser.cookies.contains_key("mp_session"));
            let token = answer.text.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
            pages.push(answer.text.replace(token.expect("a form"), "").replace(email, ""));
        }
        pages.dedup_by(|one, other| one == other);
        assert!(pages.iter().all(|page| page.len().abs_diff(pages[0].len()) <= 40), "the pages tell nothing apart");
    }
}

#[tokio::test]
async fn an_address_that_has_changed_hands_lets_nobody_else_in() {
    for kind in KINDS {
        let world = world(kind, |_| {}).await;
        assert!(signed_in(&world.through(&mut Browser::new(&world.host).await, verified()).await));
        let mut successor = verified();
        successor["sub"] = json!("another-there");
        let answer = world.through(&mut Browser::new(&world.host).await, successor).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);

        let id = store::account::with_address(&world.host.db.write, KARI).await.expect("read").expect("kept").id;
        let row =
            store::account::Entity::find_by_id(id.0).one(&world.host.db.write).await.expect("read").expect("kept");
        let mut row = row.into_active_model();
        row.disabled = Set(true);
        row.update(&world.host.db.write).await.expect("disabled");
        let answer = world.through(&mut Browser::new(&world.host).await, verified()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "a disabled account is nobody");
    }
}

#[tokio::test]
async fn no_token_is_believed_that_is_not_whole() {
    for kind in KINDS {
        let world = world(kind, |_| {}).await;
        let now = world.host.clock.now();
        let ago = (now - TimeDelta::minutes(1)).timestamp();
        for (what, changes) in [
            ("another issuer", json!({ "iss": "https://evil.example" })),
            ("for another client", json!({ "aud": "another" })),
            ("for others besides", json!({ "aud": [CLIENT, "another"] })),
            ("another nonce", json!({ "nonce": "another" })),
            ("no nonce", json!({ "nonce": null })),
            ("expired", json!({ "exp": ago, "iat": ago })),
            ("nobody", json!({ "sub": "" })),
            ("a subject beyond the standard", json!({ "sub": "x".repeat(256) })),
        ] {
            let mut all = verified();
            for (name, value) in changes.as_object().expect("an object") {
                all[name] = value.clone();
            }
            let mut browser = Browser::new(&world.host).await;
            let answer = world.through(&mut browser, all).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}: {}", answer.text);
            assert!(answer.text.contains("noko vi ikkje kan stole på"), "{what}");
            assert!(!browser.cookies.contains_key("mp_session"), "{what}");
        }

        let public = world.provider.public_key();
        type Forge = Box<dyn Fn(&Value) -> String>;
        let hmac = |key: Vec<u8>| -> Forge {
            Box::new(move |claims| {
                signed(&json!({ "alg": "HS256", "kid": "first" }), claims, |bytes| {
                    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, &key);
                    ring::hmac::sign(&key, bytes).as_ref().to_vec()
                })
            })
        };
        let another = Key::new("first");
        let unknown = Key::new("unknown");
        let forged: [(&str, Forge); 6] = [
            ("without a signature", Box::new(|claims| signed(&json!({ "alg": "none" }), claims, |_| Vec::new()))),
            (
                "an empty signature",
                Box::new(|claims| signed(&json!({ "alg": "ES256", "kid": "first" }), claims, |_| Vec::new())),
            ),
            ("signed with the public key", hmac(public)),
            ("signed with the secret of the client", hmac(SECRET.as_bytes().to_vec())),
            ("signed by somebody else in the name of the key", Box::new(move |claims| another.token(claims))),
            ("signed with a key that nobody knows", Box::new(move |claims| unknown.token(claims))),
        ];
        for (what, forge) in forged {
            let mut browser = Browser::new(&world.host).await;
            let way = world.leave(&mut browser).await;
            let answer = world.back(&mut browser, &way, forge(&world.claims(&way, verified()))).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}: {}", answer.text);
            assert!(!browser.cookies.contains_key("mp_session"), "{what}");
        }
    }
}

#[tokio::test]
async fn an_answer_is_good_once_in_the_browser_that_waits_for_it() {
    for kind in KINDS {
        let world = world(kind, |_| {}).await;
        let again = |answer: &Answer, what: &str| {
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{what}");
            assert!(answer.text.contains("vart ikkje ferdig i denne nettlesaren"), "{what}: {}", answer.text);
        };
        // Somebody lays their own answer before another: a browser that has not begun, and one that has begun its own.
        let mut thief = Browser::new(&world.host).await;
        let way = world.leave(&mut thief).await;
        let code = world.provider.code(&way, world.provider.token(&world.claims(&way, verified())));
        let answer = format!("{ANSWER}?code={code}&state={}", way.state);
        let mut other = Browser::new(&world.host).await;
        again(&other.get(&answer).await, "a browser that waits for nothing");
        world.leave(&mut other).await;
        again(&other.get(&answer).await, "a browser that waits for something else");
        again(&other.get(ANSWER).await, "nothing at all");
        again(&other.get(&format!("{ANSWER}?code={code}&state=")).await, "no state");
        assert!(other.cookies.contains_key("mp_openid"), "what it waits for may still come");

        // Once is once, whatever the browser keeps.
        let kept = thief.cookies["mp_openid"].clone();
        assert!(signed_in(&thief.get(&answer).await));
        again(&thief.get(&answer).await, "the cookie is gone");
        thief.cookies.insert("mp_openid".to_owned(), kept);
        let code = world.provider.code(&way, world.provider.token(&world.claims(&way, verified())));
        again(&thief.get(&format!("{ANSWER}?code={code}&state={}", way.state)).await, "the cookie was kept");

        let mut slow = Browser::new(&world.host).await;
        let way = world.leave(&mut slow).await;
        world.host.clock.advance(TimeDelta::minutes(15));
        let token = world.provider.token(&world.claims(&way, verified()));
        again(&world.back(&mut slow, &way, token).await, "too late");

        // A code that belongs to another attempt is not good with this one's verifier.
        let (mut mine, mut theirs) = (Browser::new(&world.host).await, Browser::new(&world.host).await);
        let (way, elsewhere) = (world.leave(&mut mine).await, world.leave(&mut theirs).await);
        let code = world.provider.code(&elsewhere, world.provider.token(&world.claims(&way, verified())));
        let answer = mine.get(&format!("{ANSWER}?code={code}&state={}", way.state)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn who_says_no_or_is_not_there_leaves_the_way_by_e_mail() {
    for kind in KINDS {
        let world = world(kind, |_| {}).await;
        let mut browser = Browser::new(&world.host).await;
        world.provider.down(true);
        let down = browser.get(START).await;
        assert_eq!(down.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(down.text.contains("Vi får ikkje kontakt med Microsoft no") && down.text.contains("Send meg lenkja"));
        world.provider.down(false);
        for (said, status, words) in [
            ("error=access_denied", StatusCode::OK, "Du avbraut innlogginga hos Microsoft"),
            ("error=server_error&error_description=%3Cscript%3E", StatusCode::FORBIDDEN, "ikkje kan stole på"),
            ("code=a&iss=https://evil.example", StatusCode::FORBIDDEN, "ikkje kan stole på"),
            ("code=unknown", StatusCode::FORBIDDEN, "ikkje kan stole på"),
            ("", StatusCode::FORBIDDEN, "ikkje kan stole på"),
        ] {
            let way = world.leave(&mut browser).await;
            let answer = browser.get(&format!("{ANSWER}?state={}&{said}", way.state)).await;
            assert_eq!(answer.status, status, "{said}");
            assert!(answer.text.contains(words) && !answer.text.contains("<script>"), "{said}: {}", answer.text);
        }
        let way = world.leave(&mut browser).await;
        world.provider.down(true);
        let answer = browser.get(&format!("{ANSWER}?code=a&state={}", way.state)).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        for nowhere in ["/arrangor/openid/google", "/arrangor/openid/google/svar?code=a&state=b"] {
            assert_eq!(browser.get(nowhere).await.status, StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn whoever_runs_the_installation_is_told_what_is_wrong_with_a_provider() {
    let world = world(KINDS[0], |_| {}).await;
    let tried = async |change: &dyn Fn(&mut OpenIdProvider)| {
        let mut settings = host::Settings::clone(&world.host.settings);
        change(settings.openid.get_mut("entra").expect("named"));
        match portal::try_providers(&settings).await {
            Ok(tried) => tried.into_iter().map(|(name, said)| format!("{name}: {said:?}")).collect::<String>(),
            Err(error) => format!("{error:#}"),
        }
    };
    let issuer = &world.provider.issuer;
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").and_then(|wire| wire.local_addr()).expect("a port");
    let fine = tried(&|_| {}).await;
    assert_eq!(fine, format!("Microsoft (openid.entra): Ok(\"{issuer} answers and shows its keys (1)\")"));
    let dead = tried(&|own| own.issuer = format!("http://{nobody}")).await;
    assert!(dead.contains(&format!("http://{nobody}/.well-known/openid-configuration cannot be reached")), "{dead}");
    let elsewhere = tried(&|own| own.issuer = format!("{issuer}/tenant")).await;
    assert!(elsewhere.contains("answers 404") && elsewhere.contains("`issuer` in the settings"), "{elsewhere}");
    let another = tried(&|own| own.issuer = format!("{issuer}/")).await;
    assert!(another.contains("answers for another issuer"), "{another}");
    let unread = tried(&|own| own.client_secret_file = "/nowhere/secret".into()).await;
    assert!(unread.contains("/nowhere/secret, which openid.entra names"), "{unread}");
    world.provider.down(true);
    assert!(tried(&|_| {}).await.contains("answers 503"));
}

#[tokio::test]
async fn keys_may_change_and_are_not_asked_for_at_anybodys_demand() {
    let world = world(KINDS[0], |_| {}).await;
    let mut kari = Browser::new(&world.host).await;
    assert!(signed_in(&world.through(&mut kari, verified()).await));
    world.provider.rotate("second");
    assert_eq!(
        world.through(&mut kari, verified()).await.status,
        StatusCode::FORBIDDEN,
        "they were asked for just now"
    );
    assert_eq!(world.provider.asked_for_keys(), 1);
    world.host.clock.advance(TimeDelta::minutes(1));
    assert!(signed_in(&world.through(&mut kari, verified()).await));
    assert_eq!(world.provider.asked_for_keys(), 2);
}

#[tokio::test]
async fn a_second_proof_at_the_provider_counts_and_without_it_ours_is_asked_for() {
    for kind in KINDS {
        let world = world(kind, |settings| settings.second_factor_required = true).await;
        let mut kari = Browser::new(&world.host).await;
        let half = world.through(&mut kari, verified()).await;
        assert_eq!(half.location(), "/arrangor/konto/to-steg?til=%2Farrangor%3Fa%3D1");
        assert_eq!(kari.get("/arrangor/konto").await.status, StatusCode::SEE_OTHER, "not in yet");
        for shown in [json!({ "amr": ["pwd", "mfa"] }), json!({ "acr": "https://refeds.org/profile/mfa" })] {
            let mut all = verified();
            for (name, value) in shown.as_object().expect("an object") {
                all[name] = value.clone();
            }
            assert!(signed_in(&world.through(&mut kari, all).await), "{shown}");
            assert_eq!(kari.get("/arrangor/konto").await.status, StatusCode::OK);
        }
        for not in [json!({ "amr": ["pwd"] }), json!({ "acr": "1" })] {
            let mut all = verified();
            for (name, value) in not.as_object().expect("an object") {
                all[name] = value.clone();
            }
            assert!(!signed_in(&world.through(&mut kari, all).await), "{not}");
        }
    }
}

#[tokio::test]
async fn whoever_has_just_signed_in_links_a_provider_and_takes_it_away() {
    for kind in KINDS {
        let world = world(kind, |_| {}).await;
        let mut kari = crate::world::enter(&world.host, KARI, "distriktssenteret", Role::Owner).await;
        let link = format!("{WAYS}/entra");
        assert_eq!(kari.post_plain(&link, &[]).await.status, StatusCode::FORBIDDEN, "not from elsewhere");
        let leaving = kari.post(WAYS, &link, &[]).await;
        let address = leaving.text.split("href=\"").find(|rest| rest.starts_with(&world.provider.issuer));
        let address = address.and_then(|rest| rest.split('"').next()).expect("a link").replace("&amp;", "&");
        let way = Way::of(&address);
        let token = world.provider.token(&world.claims(&way, json!({})));
        let back = world.back(&mut kari, &way, token).await;
        assert_eq!(back.location(), "/arrangor/konto/innlogging?gjort=kopla&hos=entra");
        assert!(kari.get(back.location()).await.text.contains("Microsoft er kopla til kontoen din."));
        let mut elsewhere = Browser::new(&world.host).await;
        assert!(signed_in(&world.through(&mut elsewhere, json!({})).await), "now without any address");

        // Somebody else cannot link the same.
        let mut ola = crate::world::enter(&world.host, "ola@example.org", "bylivsenteret", Role::Editor).await;
        let leaving = ola.post(WAYS, &link, &[]).await.text;
        let address = leaving.split("href=\"").find(|rest| rest.starts_with(&world.provider.issuer));
        let way = Way::of(&address.and_then(|rest| rest.split('"').next()).expect("a link").replace("&amp;", "&"));
        let token = world.provider.token(&world.claims(&way, json!({})));
        assert!(world.back(&mut ola, &way, token).await.location().contains("stopp=taken"));

        // And an answer for a session that has ended links nothing.
        let leaving = ola.post(WAYS, &link, &[]).await.text;
        let address = leaving.split("href=\"").find(|rest| rest.starts_with(&world.provider.issuer));
        let way = Way::of(&address.and_then(|rest| rest.split('"').next()).expect("a link").replace("&amp;", "&"));
        ola.post("/arrangor", "/arrangor/logg-ut", &[("kvar", "her")]).await;
        let token = world.provider.token(&world.claims(&way, json!({ "sub": "ola-there" })));
        assert!(world.back(&mut ola, &way, token).await.location().contains("stopp=again"));

        world.host.clock.advance(TimeDelta::minutes(16));
        let old = kari.get(WAYS).await.text;
        assert!(old.contains("siste kvarteret"), "{old}");
        assert_eq!(kari.get("/arrangor/logg-inn?nytt=ja").await.status, StatusCode::OK, "although signed in");
        let gone = kari.post(WAYS, &format!("{WAYS}/entra/fjern"), &[]).await;
        assert!(kari.get(gone.location()).await.text.contains("Microsoft er kopla frå"));
        assert_eq!(kari.post("/arrangor/konto", &link, &[]).await.location(), WAYS, "too long ago");
        let answer = world.through(&mut Browser::new(&world.host).await, json!({})).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "it is no way in any more");
        let gone_before = kari.post("/arrangor/konto", &format!("{WAYS}/entra/fjern"), &[]).await;
        assert_eq!(gone_before.location(), gone.location(), "sent twice");
        let expected = [SignInChange::ProviderLinked, SignInChange::ProviderRemoved];
        assert_eq!(told(&world.host, KARI, &["kari-there"]).await, expected);
        assert_eq!(told(&world.host, "ola@example.org", &[]).await, []);
    }
}

#[tokio::test]
async fn the_cookie_of_an_attempt_belongs_to_one_host_within_tls() {
    let world =
        world(KINDS[0], |settings| settings.url = "https://moteplass.example".parse().expect("an address")).await;
    let sent = Browser::new(&world.host).await.get(START).await;
    let cookie = sent.headers.get_all("set-cookie").iter().filter_map(|own| own.to_str().ok());
    let cookie = cookie.into_iter().find(|own| own.starts_with("__Host-mp_openid=")).expect("a cookie");
    assert!(cookie.contains("; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=900"), "{cookie}");
    assert_eq!(Way::of(sent.location()).all["redirect_uri"], "https://moteplass.example/arrangor/openid/entra/svar");
}
