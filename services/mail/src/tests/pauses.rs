//! Letters that are held back, and what becomes of them.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::TimeDelta;
use host::testing::{KINDS, visitor};
use proto::account::{Role, SignInRequested};
use proto::{AccountId, Language, SignInId};
use uuid::Uuid;

use super::pages::{ask, body, signed_in};
use super::world::*;
use crate::purpose::{Purpose, Skip, State as Fate};

/// Holds the letters about the event back, or lets them go.
async fn hold(world: &World, role: Role, held_back: bool) -> StatusCode {
    let (cookie, csrf) = visitor(&world.host);
    let cookies = format!("{cookie}; {}", signed_in(world, "distriktssenteret", role));
    let word = if held_back { "ja" } else { "nei" };
    let request = Request::post("/arrangor/brev/tomme-lokale/vent")
        .header(header::COOKIE, cookies)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("csrf={csrf}&vent={word}")))
        .unwrap();
    ask(world, request).await.status()
}

async fn page(world: &World, role: Role) -> String {
    let request = Request::get("/arrangor/brev/tomme-lokale?sprak=nn")
        .header(header::COOKIE, signed_in(world, "distriktssenteret", role));
    body(ask(world, request.body(Body::empty()).unwrap()).await).await
}

#[tokio::test]
async fn an_owner_holds_back_what_goes_to_many_and_receipts_go_all_the_same() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = event();
        world.publish(&event).await;
        world.admit(&person(1)).await;
        world.settle().await;
        assert_eq!(hold(&world, Role::Editor, true).await, StatusCode::NOT_FOUND);
        assert!(!page(&world, Role::Editor).await.contains("Set breva på vent"), "only an owner is asked");
        assert_eq!(hold(&world, Role::Owner, true).await, StatusCode::SEE_OTHER);
        world.until(event.starts_at - TimeDelta::days(7)).await;
        world.admit(&person(2)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2, "{kind:?}: two receipts and no reminder");
        let seen = page(&world, Role::Owner).await;
        assert!(seen.contains("har vore på vent sidan") && seen.contains("<td>På vent"), "{seen}");
        assert!(seen.contains("Slepp breva fri"), "{seen}");
        assert_eq!(hold(&world, Role::Owner, false).await, StatusCode::SEE_OTHER);
        let taken = world.taken().await;
        assert_eq!(taken.len(), 3, "{kind:?}: the reminder is still true, also after the moment it was planned for");
        assert!(!page(&world, Role::Owner).await.contains("<td>På vent"));
    }
}

#[tokio::test]
async fn what_is_let_go_says_what_is_true_then_and_what_is_too_late_is_dropped_with_the_reason() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = event();
        world.publish(&event).await;
        world.admit(&person(1)).await;
        world.settle().await;
        hold(&world, Role::Owner, true).await;
        for hours in 1..=3 {
            let mut again = moved(&event, TimeDelta::hours(hours));
            again.revision = event.revision + u32::try_from(hours).unwrap();
            world.publish(&again).await;
            world.advance(TimeDelta::hours(1)).await;
        }
        let newest = moved(&event, TimeDelta::hours(3));
        // All three reminders are due by then, and the nearest says what the others would.
        world.until(newest.starts_at - TimeDelta::minutes(30)).await;
        assert_eq!(world.taken().await.len(), 1, "{kind:?}");
        hold(&world, Role::Owner, false).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 3, "{kind:?}: one change and one reminder");
        let changes: Vec<_> = world.letters().await.into_iter().filter(|l| l.purpose == Purpose::Change).collect();
        assert_eq!(changes.iter().filter(|letter| letter.state == Fate::Sent).count(), 1, "{kind:?}");
        assert!(taken[1..].iter().all(|letter| mail(&letter.data).body_text(0).unwrap().contains("13.00")), "{kind:?}");
        let skipped: Vec<_> = world
            .letters()
            .await
            .into_iter()
            .filter(|letter| letter.purpose == Purpose::Reminder && letter.state == Fate::Withdrawn)
            .map(|letter| letter.skip)
            .collect();
        assert_eq!(skipped, [Some(Skip::Superseded); 2], "{kind:?}");
    }
}

#[tokio::test]
async fn reminders_that_are_let_go_after_the_start_are_dropped() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = event();
        world.publish(&event).await;
        world.admit(&person(1)).await;
        world.settle().await;
        hold(&world, Role::Owner, true).await;
        world.until(event.starts_at + TimeDelta::minutes(10)).await;
        assert!(world.fates(Purpose::Reminder).await.iter().all(|fate| *fate == Fate::Pending), "{kind:?}");
        hold(&world, Role::Owner, false).await;
        world.settle().await;
        let reminders: Vec<_> = world.letters().await.into_iter().filter(|l| l.purpose == Purpose::Reminder).collect();
        assert!(reminders.iter().all(|letter| letter.skip == Some(Skip::Over)), "{kind:?}: {reminders:?}");
        assert_eq!(world.taken().await.len(), 1);
    }
}

#[tokio::test]
async fn a_cancellation_goes_although_letters_are_held_back() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        hold(&world, Role::Owner, true).await;
        world.cancel(&event()).await;
        assert_eq!(world.taken().await.len(), 2, "{kind:?}");
        assert_eq!(world.letter(Purpose::Cancellation).await.state, Fate::Sent);
    }
}

#[tokio::test]
async fn an_operator_holds_back_what_goes_to_many_or_everything() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = event();
        world.publish(&event).await;
        world.admit(&person(1)).await;
        world.settle().await;
        crate::hold_back(&world.host.db, world.host.clock.now(), false).await.unwrap();
        world.until(event.starts_at - TimeDelta::days(7)).await;
        world.admit(&person(2)).await;
        assert_eq!(world.taken().await.len(), 2, "{kind:?}: receipts go");
        assert!(page(&world, Role::Reader).await.contains("Dei som driftar tenesta, har sett påminningar"));
        crate::hold_back(&world.host.db, world.host.clock.now(), true).await.unwrap();
        world.admit(&person(3)).await;
        let asked = SignInRequested {
            sign_in_id: SignInId(Uuid::from_u128(70)),
            account_id: AccountId(Uuid::from_u128(71)),
            organisation: "distriktssenteret".to_owned(),
            email: "leiar@distriktssenteret.example".to_owned(),
            language: Language::Nn,
            expires_at: world.host.clock.now() + TimeDelta::minutes(15),
            invited: false,
        };
        world.hear(asked).await;
        world.advance(TimeDelta::minutes(20)).await;
        assert_eq!(world.taken().await.len(), 2, "{kind:?}: nothing goes");
        assert!(page(&world, Role::Reader).await.contains("har sett alle brev på vent"));
        assert!(crate::held_back(&world.host.db).await.unwrap().is_some());
        assert!(crate::let_go(&world.host).await.unwrap());
        assert!(!crate::let_go(&world.host).await.unwrap(), "it was let go before");
        world.mail.wake.notify_one();
        let taken = world.taken().await;
        let mut to: Vec<_> = taken[2..].iter().map(|letter| letter.to.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["ase1@kommune.example", "ase3@kommune.example"], "{kind:?}: a reminder and a receipt");
        assert_eq!(world.letter(Purpose::SignIn).await.skip, Some(Skip::Expired), "its link would not work any more");
    }
}

#[tokio::test]
async fn what_a_mail_server_has_by_its_log_is_not_handed_over_again_and_counts_as_sent() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        crate::hold_back(&world.host.db, world.host.clock.now(), true).await.unwrap();
        world.admit(&person(1)).await;
        let id = world.letter(Purpose::Confirmation).await.id;
        world.admit(&person(2)).await;
        let log = format!(
            "postfix/cleanup[7]: 4Xa: message-id=<{id}@127.0.0.1>\r\npostfix/cleanup[7]: 4Xb: message-id=<{}@example.no>\nbl\u{e5}\n",
            Uuid::now_v7(),
        );
        let mut log = log.into_bytes();
        log.push(0xff);
        assert_eq!(crate::note_handed_over(&world.host, log.as_slice()).await.unwrap(), 1, "{kind:?}");
        assert_eq!(
            crate::note_handed_over(&world.host, log.as_slice()).await.unwrap(),
            1,
            "said again, it changes nothing"
        );
        assert!(crate::let_go(&world.host).await.unwrap());
        world.mail.wake.notify_one();
        let taken = world.taken().await;
        assert_eq!(
            taken.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(),
            ["ase2@kommune.example"],
            "{kind:?}"
        );
        let letters = world.letters().await;
        let first = letters.iter().find(|letter| letter.id == id).unwrap();
        assert_eq!(
            (first.state, first.method.as_deref()),
            (Fate::Sent, Some("REQUEST")),
            "{kind:?}: as if it had gone"
        );
    }
}
