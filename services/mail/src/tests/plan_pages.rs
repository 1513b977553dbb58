//! The pages of reminder plans, as those see them who open them.

use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use chrono::TimeDelta;
use host::testing::{KINDS, visitor};
use proto::account::Role;
use proto::event::Event;

use super::pages::{ask, body, signed_in, signed_in_at};
use super::world::*;
use crate::purpose::{Purpose, State as Fate};

const OF_EVENT: &str = "/arrangor/brev/tomme-lokale/plan";
const OF_ORGANISATION: &str = "/arrangor/brev/plan/distriktssenteret/webinar";

async fn see(world: &World, path: &str, organisation: &str, role: Role) -> Response<Body> {
    let request = Request::get(format!("{path}{}sprak=nn", if path.contains('?') { '&' } else { '?' }))
        .header(header::COOKIE, signed_in(world, organisation, role));
    ask(world, request.body(Body::empty()).unwrap()).await
}

async fn send(world: &World, path: &str, role: Role, fields: &str) -> Response<Body> {
    let (visitor, csrf) = visitor(&world.host);
    let request = Request::post(format!("{path}?sprak=nn"))
        .header(header::COOKIE, format!("{visitor}; {}", signed_in(world, "distriktssenteret", role)))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("csrf={csrf}&{fields}")))
        .unwrap();
    ask(world, request).await
}

/// The reminders of everybody that wait, by rule.
async fn waiting(world: &World) -> Vec<String> {
    let mut all = world.letters().await;
    all.retain(|letter| letter.purpose == Purpose::Reminder && letter.state == Fate::Pending);
    all.sort_by_key(|letter| letter.due);
    all.into_iter().map(|letter| letter.rule).collect()
}

#[tokio::test]
async fn an_editor_makes_a_plan_of_its_own_and_gives_it_up_again() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let seen = body(see(&world, OF_EVENT, "distriktssenteret", Role::Editor).await).await;
        for expected in [
            "Planen kjem frå fila",
            "7 dagar før start",
            "1 time før start",
            "onsdag 13. januar 2027 kl. 10.00",
            "Til 1 person slik det er no",
        ] {
            assert!(seen.contains(expected), "{expected}: {seen}");
        }
        assert!(!seen.contains("etter at programmet er sleppt"), "a webinar has no programme: {seen}");
        // One more; the rest stays as it was.
        let added = send(
            &world,
            OF_EVENT,
            Role::Editor,
            "do=save&old=&count=2&unit=working_days&anchor=start&clock=9&audience=unconfirmed",
        );
        assert_eq!(added.await.status(), StatusCode::SEE_OTHER);
        assert_eq!(waiting(&world).await, ["10080", "start-2wd/unconfirmed", "1440", "60"], "{kind:?}");
        let seen = body(see(&world, &format!("{OF_EVENT}?gjort=saved"), "distriktssenteret", Role::Editor).await).await;
        for expected in ["eigen plan for dette arrangementet", "2 arbeidsdagar før start, kl. 09.00", "Planen er lagra"]
        {
            assert!(seen.contains(expected), "{expected}: {seen}");
        }
        // Changed: the form has what is there.
        let change = format!("{OF_EVENT}?endre=start-2wd%4009%3A00%2Funconfirmed");
        let form = body(see(&world, &change, "distriktssenteret", Role::Editor).await).await;
        assert!(form.contains("value=\"09:00\"") && form.contains("name=\"old\" value=\"start-2wd@09:00"), "{form}");
        let fields =
            "do=save&old=start-2wd%4009:00/unconfirmed&count=3&unit=days&anchor=start&clock=&audience=everybody";
        assert_eq!(send(&world, OF_EVENT, Role::Editor, fields).await.status(), StatusCode::SEE_OTHER);
        assert_eq!(waiting(&world).await, ["10080", "4320", "1440", "60"]);
        // Removed, also twice.
        for _ in 0..2 {
            let answer = send(&world, OF_EVENT, Role::Editor, "do=remove&rule=start-7d!").await;
            assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        }
        assert_eq!(waiting(&world).await, ["4320", "1440", "60"]);
        assert_eq!(send(&world, OF_EVENT, Role::Editor, "do=back").await.status(), StatusCode::SEE_OTHER);
        assert_eq!(waiting(&world).await, ["10080", "1440", "60"]);
        assert_eq!(world.taken().await.len(), 1, "and nothing was sent meanwhile");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        for (fields, expected) in [
            ("count=mange&unit=days&anchor=start&audience=everybody", "Skriv eit heilt tal"),
            ("count=1&unit=hours&anchor=start&audience=everybody&clock=9", "Klokkeslett går berre saman med dagar"),
            ("count=1&unit=days&anchor=start&audience=everybody&clock=25:00", "Skriv klokkeslettet slik"),
            ("count=1&unit=days&anchor=start&audience=came", "Vel nokon som kan vere kjende då"),
            ("count=1&unit=days&anchor=start&audience=everybody&clock=10", "Det finst alt ei slik påminning"),
            ("count=400&unit=days&anchor=start&audience=everybody", "Det er for lenge"),
            ("count=1&unit=days&anchor=release&audience=everybody", "Vel kva tida skal reknast frå"),
            ("count=1&unit=weeks&anchor=&audience=", "Vel minutt, timar"),
        ] {
            let answer = send(&world, OF_EVENT, Role::Editor, &format!("do=save&old=&{fields}")).await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{fields}");
            let page = body(answer).await;
            assert!(page.contains(expected), "{fields}: {page}");
        }
        let page = body(send(&world, OF_EVENT, Role::Editor, "do=save&count=%3Cb%3E&unit=days").await).await;
        assert!(page.contains("&lt;b&gt;") && !page.contains("<b>"));
        let page = body(see(&world, OF_EVENT, "distriktssenteret", Role::Editor).await).await;
        assert!(page.contains("Planen kjem frå fila"), "nothing of it was kept");
    }
}

#[tokio::test]
async fn the_editor_of_one_event_changes_its_plan_and_no_other() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        for (role, form) in [(Role::Editor, true), (Role::Reader, false)] {
            let cookie = signed_in_at(&world, event().id, "distriktssenteret", role);
            let see = async |path: &str| {
                let request = Request::get(format!("{path}?sprak=nn")).header(header::COOKIE, &cookie);
                ask(&world, request.body(Body::empty()).unwrap()).await
            };
            let page = body(see(OF_EVENT).await).await;
            assert_eq!(page.contains("<form method=\"post\""), form, "{page}");
            assert_eq!(see(OF_ORGANISATION).await.status(), StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn who_may_only_look_changes_nothing_and_for_others_there_is_no_plan() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let event = edited(&event(), |event| event.co_organisers = vec!["byliv".to_owned()]);
        world.publish(&event).await;
        for path in [OF_EVENT, OF_ORGANISATION] {
            for role in [Role::Numbers, Role::Reader] {
                let page = body(see(&world, path, "distriktssenteret", role).await).await;
                assert!(page.contains("7 dagar før start") && !page.contains("<form method=\"post\""), "{page}");
                assert_eq!(send(&world, path, role, "do=remove&rule=start-7d").await.status(), StatusCode::NOT_FOUND);
            }
            assert_eq!(see(&world, path, "andre", Role::Owner).await.status(), StatusCode::NOT_FOUND);
        }
        assert_eq!(see(&world, OF_EVENT, "byliv", Role::Numbers).await.status(), StatusCode::OK);
        assert_eq!(see(&world, OF_ORGANISATION, "byliv", Role::Owner).await.status(), StatusCode::NOT_FOUND);
        let nowhere = OF_ORGANISATION.replace("webinar", "fest");
        assert_eq!(see(&world, &nowhere, "distriktssenteret", Role::Owner).await.status(), StatusCode::NOT_FOUND);
        let (visitor, _) = visitor(&world.host);
        let forged = Request::post(OF_EVENT)
            .header(header::COOKIE, format!("{visitor}; {}", signed_in(&world, "distriktssenteret", Role::Owner)))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from("csrf=other&do=remove&rule=start-7d!"))
            .unwrap();
        assert_eq!(ask(&world, forged).await.status(), StatusCode::FORBIDDEN);
        let page = body(see(&world, OF_EVENT, "distriktssenteret", Role::Numbers).await).await;
        assert!(page.contains("7 dagar før start"), "still there");
    }
}

#[tokio::test]
async fn the_plan_of_an_organisation_counts_where_nobody_has_said_anything_else() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let usual = edited(&event(), |event| event.usual_reminders = true);
        world.publish(&usual).await;
        // One whose file lists them, with the same person.
        let listed = Event {
            id: proto::EventId(uuid::Uuid::from_u128(2)),
            slug: "andre".to_owned(),
            reminders: vec![30],
            ..event()
        };
        world.publish(&listed).await;
        world.admit(&person(1)).await;
        world.admit(&proto::registration::Registration { event_id: listed.id, ..person(2) }).await;
        world.settle().await;
        assert_eq!(waiting(&world).await, ["10080", "1440", "60", "30"], "{kind:?}");
        let page = body(see(&world, OF_ORGANISATION, "distriktssenteret", Role::Editor).await).await;
        assert!(page.contains("den vanlege planen") && page.contains("alle webinara dykkar"), "{page}");
        let fields = "do=save&old=&count=4&unit=days&anchor=start&clock=10:30&audience=everybody";
        assert_eq!(send(&world, OF_ORGANISATION, Role::Owner, fields).await.status(), StatusCode::SEE_OTHER);
        assert_eq!(waiting(&world).await, ["10080", "5760", "1440", "60", "30"]);
        let page = body(see(&world, OF_EVENT, "distriktssenteret", Role::Editor).await).await;
        assert!(page.contains("Dette er planen til organisasjonen"), "{page}");
        // Whoever signs up later is reminded by it too.
        world.admit(&person(3)).await;
        assert_eq!(waiting(&world).await.iter().filter(|rule| *rule == "5760").count(), 2);
        let gone = send(&world, OF_ORGANISATION, Role::Owner, "do=remove&rule=start-60m!").await;
        assert_eq!(gone.status(), StatusCode::SEE_OTHER);
        assert!(!waiting(&world).await.contains(&"60".to_owned()));
        // An event with its own keeps it, whatever becomes of the organisation's.
        let own = send(&world, OF_EVENT, Role::Editor, "do=remove&rule=start-7d").await;
        assert_eq!(own.status(), StatusCode::SEE_OTHER);
        assert_eq!(send(&world, OF_ORGANISATION, Role::Owner, "do=back").await.status(), StatusCode::SEE_OTHER);
        let rules = waiting(&world).await;
        assert!(rules.contains(&"5760".to_owned()) && !rules.contains(&"10080".to_owned()), "{rules:?}");
        assert_eq!(send(&world, OF_EVENT, Role::Editor, "do=back").await.status(), StatusCode::SEE_OTHER);
        let rules = waiting(&world).await;
        assert!(!rules.contains(&"5760".to_owned()) && rules.contains(&"10080".to_owned()), "{rules:?}");
    }
}

#[tokio::test]
async fn a_webinar_keeps_the_letter_afterwards_that_its_file_asks_for() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        let after = proto::webinar::WebinarFollowed {
            event_id: event().id,
            revision: 1,
            letter_minutes: Some(120),
            evaluation: true,
            material: false,
            material_since: None,
            settled_at: None,
        };
        world.hear(after).await;
        let page = body(see(&world, OF_EVENT, "distriktssenteret", Role::Editor).await).await;
        assert!(page.contains("Brevet etter webinaret går ut onsdag 20. januar 2027 kl. 13.30"), "{page}");
        let own = send(&world, OF_EVENT, Role::Editor, "do=remove&rule=start-7d!").await;
        assert_eq!(own.status(), StatusCode::SEE_OTHER);
        let letter = world.letter(Purpose::FollowUp).await;
        assert_eq!((letter.state, letter.due), (Fate::Pending, event().ends_at + TimeDelta::hours(2)));
        let page = body(see(&world, OF_EVENT, "distriktssenteret", Role::Editor).await).await;
        assert!(page.contains("2 timar etter slutt"), "{page}");
        let gone = send(&world, OF_EVENT, Role::Editor, "do=remove&rule=end%2B120m!").await;
        assert_eq!(gone.status(), StatusCode::SEE_OTHER);
        assert_eq!(world.letter(Purpose::FollowUp).await.state, Fate::Withdrawn);
    }
}
