use crate::browser::Browser;
use crate::world::{enter, event, link_of, organisations, publish};
use axum::http::StatusCode;
use bus::testing::said_of;
use chrono::TimeDelta;
use host::Host;
use host::testing::{KINDS, host};
use portal::sign_in::Account;
use portal::store;
use proto::account::{AccountChanged, EventRole, Role, SignInRequested};
use proto::{AccountId, Language};

const OWN: &str = "/arrangor/organisasjon/distriktssenteret/tilgang";

async fn account(host: &Host, address: &str) -> Account {
    store::account::with_address(&host.db.write, address).await.expect("read").expect("an account")
}

async fn of(host: &Host, address: &str) -> String {
    format!("{OWN}/{}", account(host, address).await.id)
}

/// Signs in with the newest link that was sent to somebody.
async fn follow(host: &Host, email: &str) -> Browser {
    let said = said_of::<SignInRequested>(&host.db).await;
    let newest = said.iter().rfind(|said| said.email.eq_ignore_ascii_case(email)).expect("a letter");
    let (mut browser, link) = (Browser::new(host).await, link_of(host, newest.sign_in_id));
    assert_eq!(browser.post(&link, &link, &[]).await.status, StatusCode::SEE_OTHER);
    browser
}

#[tokio::test]
async fn an_owner_invites_somebody_who_gets_a_letter_in_their_language_and_comes_in() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let fields = [("epost", " Ola@Example.org"), ("rolle", "reader"), ("brevsprak", "sv")];
        let invited = kari.post(OWN, OWN, &fields).await;
        assert_eq!((invited.status, invited.location()), (StatusCode::SEE_OTHER, &*format!("{OWN}?gjort=invitert")));
        let letter = said_of::<SignInRequested>(&host.db).await.pop().expect("said");
        assert_eq!((letter.email.as_str(), letter.language, letter.invited), ("Ola@Example.org", Language::Sv, true));
        assert_eq!(letter.expires_at, host.clock.now() + TimeDelta::days(3));
        let page = kari.get(OWN).await.text;
        assert!(page.contains("ola@example.org") && page.contains("Invitert, ikkje logga inn enno"));

        let mut ola = follow(&host, "ola@example.org").await;
        assert!(ola.get("/arrangor").await.text.contains("Distriktssenteret: ser deltakarlista"));
        assert!(!kari.get(OWN).await.text.contains("Invitert, ikkje logga inn enno"));

        let change = of(&host, "ola@example.org").await;
        let changed = kari.post(&change, &change, &[("hadde", "reader"), ("rolle", "editor")]).await;
        assert_eq!(changed.location(), format!("{OWN}?gjort=endra"));
        let said = said_of::<AccountChanged>(&host.db).await.pop().expect("said");
        assert_eq!(said.roles[0].role, Role::Editor);
        let removed = kari.post(&change, &change, &[("hadde", "editor"), ("fjern", "ja")]).await;
        assert_eq!(removed.location(), format!("{OWN}?gjort=fjerna"));
        assert_eq!(kari.get(&change).await.status, StatusCode::NOT_FOUND);
        assert!(said_of::<AccountChanged>(&host.db).await.pop().expect("said").roles.is_empty());
        assert!(!kari.get(OWN).await.text.contains("ola@example.org"));
        let again = ola.get("/arrangor/logg-inn?til=/arrangor").await;
        assert_eq!(again.location(), "/arrangor");
        assert!(ola.get("/arrangor").await.text.contains("Kontoen din har inga rolle no"));
    }
}

#[tokio::test]
async fn a_role_in_one_event_opens_nothing_else() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let (own, other, over) = (event(1, "eige", 3), event(2, "anna", 4), event(3, "over", -3));
        for event in [&own, &other, &over] {
            publish(&host, event).await;
        }
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let (id, past) = (own.id.to_string(), over.id.to_string());
        for (role, scope, wrong) in [
            ("owner", id.as_str(), "Eit arrangement har ingen eigar"),
            ("door", past.as_str(), "Vel organisasjonen eller eit arrangement som kjem"),
            ("door", "00000000-0000-0000-0000-000000000009", "Vel organisasjonen eller eit arrangement som kjem"),
            ("boss", "", "Vel ei rolle"),
        ] {
            let fields = [("epost", "ola@example.org"), ("rolle", role), ("gjeld", scope), ("brevsprak", "nn")];
            let refused = kari.post(OWN, OWN, &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{role} {scope}");
            assert!(refused.text.contains(wrong) && refused.text.contains("value=\"ola@example.org\""), "{wrong}");
        }
        let fields = [("epost", "ola@example.org"), ("rolle", "door"), ("gjeld", id.as_str()), ("brevsprak", "nn")];
        assert_eq!(kari.post(OWN, OWN, &fields).await.status, StatusCode::SEE_OTHER);
        let said = said_of::<AccountChanged>(&host.db).await.pop().expect("said");
        let of_event = EventRole { event: own.id, organisation: "distriktssenteret".to_owned(), role: Role::Door };
        assert_eq!((said.roles, said.events), (Vec::new(), vec![of_event]));

        let mut ola = follow(&host, "ola@example.org").await;
        let overview = ola.get("/arrangor").await.text;
        assert!(overview.contains("/arrangor/pameldingar/eige") && !overview.contains("/arrangor/brev/eige"));
        assert!(overview.contains("/arrangor/dor/eige"));
        assert!(!overview.contains("anna") && overview.contains("eige: dørvakt"));
        assert_eq!(ola.get(OWN).await.status, StatusCode::NOT_FOUND);

        let ola_id = account(&host, "ola@example.org").await.id;
        assert!(kari.get(OWN).await.text.contains("Berre i eige"));
        let change = format!("{OWN}/{ola_id}/{}", own.id);
        assert_eq!(kari.get(&format!("{OWN}/{ola_id}")).await.location(), change, "none in the organisation");
        assert!(!kari.get(&change).await.text.contains("value=\"owner\""));
        assert_eq!(
            kari.post(&change, &change, &[("hadde", "door"), ("fjern", "ja")]).await.status,
            StatusCode::SEE_OTHER
        );
        assert!(account(&host, "ola@example.org").await.events.is_empty());
    }
}

#[tokio::test]
async fn the_last_owner_who_has_been_here_stays_one() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let own = of(&host, "kari@example.org").await;
        for fields in [[("hadde", "owner"), ("fjern", "ja")], [("hadde", "owner"), ("rolle", "editor")]] {
            let refused = kari.post(&own, &own, &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.text.contains("Nokon som har logga inn, må vere eigar"));
        }
        let oneself = [("epost", "KARI@example.org"), ("rolle", "numbers"), ("brevsprak", "nn")];
        assert_eq!(kari.post(OWN, OWN, &oneself).await.status, StatusCode::UNPROCESSABLE_ENTITY);

        let another = [("epost", "ola@example.org"), ("rolle", "owner"), ("brevsprak", "nn")];
        kari.post(OWN, OWN, &another).await;
        let leave = [("hadde", "owner"), ("fjern", "ja")];
        assert_eq!(kari.post(&own, &own, &leave).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody has come yet");
        let mut ola = follow(&host, "ola@example.org").await;
        let left = kari.post(&own, &own, &leave).await;
        assert_eq!(left.location(), "/arrangor/logg-inn?til=/arrangor");
        assert_eq!(kari.get(OWN).await.status, StatusCode::NOT_FOUND, "at once");
        assert_eq!(ola.get(OWN).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn two_owners_who_remove_each_other_at_once_leave_one() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let mut ola = enter(&host, "ola@example.org", "distriktssenteret", Role::Owner).await;
        let (of_kari, of_ola) = (of(&host, "kari@example.org").await, of(&host, "ola@example.org").await);
        let remove = [("hadde", "owner"), ("fjern", "ja")];
        let (one, other) = tokio::join!(kari.post(&of_ola, &of_ola, &remove), ola.post(&of_kari, &of_kari, &remove));
        let done = [one.status, other.status].iter().filter(|status| **status == StatusCode::SEE_OTHER).count();
        assert_eq!(done, 1, "{:?} {:?}", one.status, other.status);
        let owners = store::membership::of_organisation(&host.db.read, "distriktssenteret").await.expect("read");
        assert_eq!(owners.len(), 1);
    }
}

#[tokio::test]
async fn a_role_that_somebody_else_has_changed_is_not_overwritten() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        enter(&host, "ola@example.org", "distriktssenteret", Role::Reader).await;
        let change = of(&host, "ola@example.org").await;
        kari.post(&change, &change, &[("hadde", "reader"), ("rolle", "editor")]).await;
        let late = kari.post(&change, &change, &[("hadde", "reader"), ("rolle", "numbers")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.text.contains("Nokon har endra rolla") && late.text.contains("name=\"hadde\" value=\"editor\""));
        assert_eq!(account(&host, "ola@example.org").await.roles[0].role, Role::Editor);
    }
}

#[tokio::test]
async fn an_invitation_does_not_tell_who_has_an_account_because_of_others() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        enter(&host, "Byliv@example.org", "bylivsenteret", Role::Owner).await;
        host.clock.advance(TimeDelta::minutes(1));
        let mut kari = enter(&host, "kari@example.org", "distriktssenteret", Role::Owner).await;
        let mut seen = Vec::new();
        for address in ["byliv@example.org", "ingen@example.org"] {
            let fields = [("epost", address), ("rolle", "numbers"), ("brevsprak", "en")];
            let answer = kari.post(OWN, OWN, &fields).await;
            let list = kari.get(answer.location()).await.text;
            let id = account(&host, address).await.id;
            let page = kari.get(&format!("{OWN}/{id}")).await.text;
            let same = |text: &str| {
                let csrf =
                    text.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("-");
                text.replace(csrf, "").replace(&id.to_string(), "ID").replace(address, "ADDRESS")
            };
            seen.push((answer.status, answer.location().to_owned(), same(&list), same(&page)));
            kari.post(&format!("{OWN}/{id}"), &format!("{OWN}/{id}"), &[("hadde", "numbers"), ("fjern", "ja")]).await;
        }
        assert_eq!(seen[0], seen[1]);
        let letters = said_of::<SignInRequested>(&host.db).await;
        assert_eq!(letters.iter().filter(|letter| letter.email.to_lowercase() == "byliv@example.org").count(), 2);
    }
}

#[tokio::test]
async fn what_is_not_allowed_answers_as_if_it_did_not_exist() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let own_event = event(1, "eige", 3);
        publish(&host, &own_event).await;
        enter(&host, "ola@example.org", "distriktssenteret", Role::Reader).await;
        let change = of(&host, "ola@example.org").await;
        let unknown = format!("{OWN}/{}", AccountId(uuid::Uuid::from_u128(77)));
        let of_event = format!("{change}/{}", own_event.id);
        let mut stranger = Browser::new(&host).await;
        for page in [OWN, &change, "/arrangor/konto"] {
            let sent = stranger.get(page).await;
            let til: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
            assert_eq!(
                (sent.status, sent.location()),
                (StatusCode::SEE_OTHER, &*format!("/arrangor/logg-inn?til={til}"))
            );
        }
        for role in Role::ALL {
            for organisation in ["distriktssenteret", "bylivsenteret"] {
                let owner = (role, organisation) == (Role::Owner, "distriktssenteret");
                let email = format!("{role:?}@{organisation}.example");
                let mut somebody = enter(&host, &email, organisation, role).await;
                let expected = if owner { StatusCode::OK } else { StatusCode::NOT_FOUND };
                for page in [OWN, change.as_str()] {
                    assert_eq!(somebody.get(page).await.status, expected, "{role:?} in {organisation}: {page}");
                }
                for page in
                    [unknown.as_str(), &of_event, "/arrangor/organisasjon/finst-ikkje/tilgang", &format!("{OWN}/x")]
                {
                    assert_eq!(somebody.get(page).await.status, StatusCode::NOT_FOUND, "{page}");
                    let fields = [("hadde", "reader"), ("fjern", "ja"), ("epost", "x@example.org"), ("rolle", "owner")];
                    let token_from = somebody.post("/arrangor/konto", page, &fields).await;
                    assert_eq!(token_from.status, StatusCode::NOT_FOUND, "{page}");
                }
                if owner {
                    continue;
                }
                let before = said_of::<AccountChanged>(&host.db).await.len();
                let invite = [("epost", "inn@example.org"), ("rolle", "owner"), ("brevsprak", "nn")];
                assert_eq!(somebody.post("/arrangor/konto", OWN, &invite).await.status, StatusCode::NOT_FOUND);
                let take = [("hadde", "reader"), ("fjern", "ja")];
                assert_eq!(somebody.post("/arrangor/konto", &change, &take).await.status, StatusCode::NOT_FOUND);
                assert_eq!(said_of::<AccountChanged>(&host.db).await.len(), before);
            }
        }
        let mut owner = enter(&host, "eigar@example.org", "distriktssenteret", Role::Owner).await;
        let invite = [("epost", "inn@example.org"), ("rolle", "owner"), ("csrf", "AAAA")];
        assert_eq!(owner.post_plain(OWN, &invite).await.status, StatusCode::FORBIDDEN);
        assert_eq!(
            owner.post_plain(&change, &[("hadde", "reader"), ("fjern", "ja")]).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(account(&host, "ola@example.org").await.roles.len(), 1);
    }
}
