//! Meetings in rooms that are made here: who comes in, as what, and what those who are early see.

use super::world::{FILE, MEETING, SLUG, World, at, registration, world, world_set};
use crate::meeting::tests::{SECRET, read, with_rooms};
use crate::store::{panelist, participant, webinar};
use crate::{ImportError, Imported, import};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use host::Purpose;
use host::testing::KINDS;
use proto::account::Role;
use proto::event::EventPublished;
use proto::registration::{
    Change, Registration, RegistrationAdmitted, RegistrationChanged, RegistrationErased, RegistrationWithdrawn, State,
    Withdrawal,
};
use proto::webinar::WebinarJoined;

const PANEL: &str = "
[[panel]]
key = \"aase\"
name = \"Åse Leiar\"
role = \"moderator\"

[[panel]]
key = \"ola\"
name = \"Ola Innleiar\"
role = \"speaker\"
";

fn in_a_room() -> String {
    FILE.replace(&format!("meeting_url = \"{MEETING}\""), "meeting_room = true") + PANEL
}

async fn panel_paths(world: &World) -> Vec<String> {
    let event = webinar::by_slug(&world.host.db.read, SLUG).await.unwrap().unwrap();
    let named = panelist::of_event(&world.host.db.read, event.id).await.unwrap();
    let token = |one: panelist::Model| world.host.keys.token(Purpose::Panel, one.id, 0);
    named.into_iter().map(|one| format!("/webinar/{SLUG}/panel/{}", token(one))).collect()
}

#[tokio::test]
async fn participants_and_speakers_come_into_the_room_and_the_moderator_leads_it() {
    for kind in KINDS {
        let world = world_set(kind, with_rooms).await;
        world.import(&in_a_room()).await;
        let event = bus::testing::said_of::<EventPublished>(&world.host.db).await.pop().unwrap().event;
        let person = world.admitted(event.id).await;
        let path = world.join_path(&person);
        let now = at("2027-03-16T08:40:00Z");
        world.host.clock.set(now);
        let led = world.press(&path).await;
        assert_eq!(led.status, StatusCode::SEE_OTHER, "{}", led.text);
        let told = read(led.header(header::LOCATION), now, ("secret", SECRET));
        assert_eq!(told["refused"], serde_json::Value::Null, "{told}");
        assert_eq!(told["claims"]["exp"], at("2027-03-16T11:30:00Z").timestamp());
        assert_eq!(told["claims"]["context"]["user"]["moderator"], "false");
        assert_eq!(told["claims"]["context"]["user"]["name"], "Kari Prøve");
        assert_eq!(bus::testing::said_of::<WebinarJoined>(&world.host.db).await.len(), 1);

        let editor = world.signed_in("distriktssenteret", Role::Editor);
        let links = world.look(&format!("/arrangor/webinar/{SLUG}/panel"), &editor).await.text;
        assert!(links.contains("Spør dei som driv installasjonen"), "{links}");
        let panel = panel_paths(&world).await;
        let page = world.get(&panel[0]).await;
        assert!(page.text.contains("Åse Leiar") && page.text.contains("møteleiar"), "{}", page.text);
        assert!(page.text.contains("rett til å leie møtet"), "{}", page.text);
        let page = world.get(&panel[1]).await;
        assert!(page.text.contains("Ola Innleiar") && !page.text.contains("leie møtet"), "{}", page.text);
        for (path, leads, affiliation) in [(&panel[0], "true", "owner"), (&panel[1], "false", "member")] {
            let led = world.press(path).await;
            let theirs = read(led.header(header::LOCATION), now, ("secret", SECRET));
            let user = &theirs["claims"]["context"]["user"];
            assert_eq!((&user["moderator"], &user["affiliation"]), (&leads.into(), &affiliation.into()));
            assert_eq!((&theirs["claims"]["room"], &theirs["path"]), (&told["claims"]["room"], &told["path"]));
        }
        assert_eq!(
            bus::testing::said_of::<WebinarJoined>(&world.host.db).await.len(),
            1,
            "the panel has not signed up"
        );
        for envelope in world.said().await {
            let room = told["claims"]["room"].as_str().unwrap();
            assert!(!envelope.data.to_string().contains(room), "{}", envelope.name);
        }
    }
}

#[tokio::test]
async fn a_room_with_a_panel_needs_somebody_who_leads() {
    let world = world_set(KINDS[0], with_rooms).await;
    let led_by_nobody = in_a_room().replace("role = \"moderator\"", "role = \"speaker\"");
    let Err(ImportError::Problems(problems)) = import(&world.host, &led_by_nobody, "torget.toml").await else {
        panic!("it is refused")
    };
    assert!(problems.len() == 1 && problems[0].to_string().contains("leads the meeting"), "{problems:?}");
}

#[tokio::test]
async fn the_panel_comes_in_before_the_others_and_nobody_comes_in_with_a_link_that_is_none() {
    for kind in KINDS {
        let world = world_set(kind, with_rooms).await;
        world.import(&in_a_room()).await;
        let panel = panel_paths(&world).await;
        for (now, status) in [
            ("2027-03-16T07:59:59Z", StatusCode::OK),
            ("2027-03-16T08:00:00Z", StatusCode::SEE_OTHER),
            ("2027-03-16T11:29:59Z", StatusCode::SEE_OTHER),
            ("2027-03-16T11:30:00Z", StatusCode::OK),
        ] {
            world.host.clock.set(at(now));
            assert_eq!(world.press(&panel[0]).await.status, status, "{now}");
        }
        world.host.clock.set(at("2027-03-16T09:00:00Z"));
        let event = webinar::by_slug(&world.host.db.read, SLUG).await.unwrap().unwrap();
        let person = world.admitted(proto::EventId(event.id)).await;
        let stranger = world.host.keys.token(Purpose::Panel, person.id.0, 0);
        let swapped = world.host.keys.token(Purpose::Join, person.id.0, 1);
        for token in [stranger, swapped, "x".to_owned()] {
            let answer = world.press(&format!("/webinar/{SLUG}/panel/{token}")).await;
            assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::NOT_FOUND, ""));
        }
        // Another key in the file makes the link void.
        let renamed = in_a_room().replace("key = \"aase\"", "key = \"aase_2\"");
        assert_eq!(
            world.import(&renamed).await,
            Imported::Quiet { event: proto::EventId(event.id), slug: SLUG.to_owned() }
        );
        assert_eq!(world.press(&panel[0]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.press(&panel[1]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(panel_paths(&world).await.len(), 2);
    }
}

#[tokio::test]
async fn who_has_signed_off_or_is_unknown_gets_no_token() {
    for kind in KINDS {
        let world = world_set(kind, with_rooms).await;
        world.import(&in_a_room()).await;
        let event = bus::testing::said_of::<EventPublished>(&world.host.db).await.pop().unwrap().event;
        let person = world.admitted(event.id).await;
        world.host.clock.set(at("2027-03-16T09:00:00Z"));
        let path = world.join_path(&person);
        assert_eq!(world.press(&path).await.status, StatusCode::SEE_OTHER);
        let gone = Registration { revision: 2, state: State::Withdrawn, ..person };
        world.hear(RegistrationWithdrawn { registration: gone, why: Withdrawal::ByPerson, declined: None }).await;
        let answer = world.press(&path).await;
        assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::FORBIDDEN, ""));
    }
}

#[tokio::test]
async fn names_are_kept_as_long_as_somebody_is_signed_up() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let name = async |person: &Registration| {
            participant::find(&world.host.db.read, person.id.0).await.unwrap().map(|row| row.name)
        };
        let person = world.admitted(event.id).await;
        let renamed = Registration { revision: 3, name: "Kari Nordmann".to_owned(), ..person.clone() };
        world.hear(RegistrationChanged { registration: renamed, what: Change::Details }).await;
        let late = Registration { revision: 2, name: "Gamalt".to_owned(), ..person.clone() };
        world.hear(RegistrationChanged { registration: late, what: Change::Details }).await;
        assert_eq!(name(&person).await.as_deref(), Some("Kari Nordmann"));
        let gone = Registration { revision: 4, state: State::Withdrawn, ..person.clone() };
        world.hear(RegistrationWithdrawn { registration: gone, why: Withdrawal::ByPerson, declined: None }).await;
        assert_eq!(name(&person).await, None);
        let erased = registration(event.id, 1, State::Admitted);
        world.hear(RegistrationErased { registration_id: erased.id, event_id: event.id }).await;
        world.hear(RegistrationAdmitted { registration: erased.clone(), from_waiting_list: false }).await;
        assert_eq!(name(&erased).await, None, "a late message brings nothing back");
    }
}

#[tokio::test]
async fn the_page_of_somebody_early_opens_by_itself_once_and_can_be_asked_not_to() {
    for kind in KINDS {
        let world = world(kind).await;
        let event = world.published().await;
        let path = world.join_path(&world.admitted(event.id).await);
        let refresh = async |path: &str| world.get(path).await.headers.get(header::REFRESH).cloned();
        world.host.clock.set(at("2027-03-15T09:00:00Z"));
        assert_eq!(refresh(&path).await, None, "nobody waits for a day");
        world.host.clock.set(at("2027-03-16T08:30:00Z"));
        let seconds: u64 = refresh(&path).await.unwrap().to_str().unwrap().parse().unwrap();
        assert!((601..=611).contains(&seconds), "{seconds}");
        let page = world.get(&path).await;
        assert!(page.text.contains("opnar ho døra av seg sjølv") && page.text.contains("?i-ro=1"), "{}", page.text);
        assert!(!page.text.contains("http-equiv"));
        assert_eq!(refresh(&format!("{path}?i-ro=1")).await, None);
        assert!(world.get(&format!("{path}?i-ro=1")).await.text.contains("endrar seg ikkje av seg sjølv"));
        world.host.clock.set(at("2027-03-16T08:40:00Z"));
        assert_eq!(refresh(&path).await, None, "whoever reads the open page is left alone");
        assert!(world.get(&path).await.text.contains("<form"));
    }
}

#[tokio::test]
async fn an_address_by_hand_goes_before_the_room_and_taking_it_away_brings_the_room_back() {
    for kind in KINDS {
        let world = world_set(kind, with_rooms).await;
        world.import(&in_a_room()).await;
        let event = bus::testing::said_of::<EventPublished>(&world.host.db).await.pop().unwrap().event;
        let path = world.join_path(&world.admitted(event.id).await);
        let (visit, csrf) = host::testing::visitor(&world.host);
        let save = async |address: &str| {
            let cookie = format!("{visit}; {}", world.signed_in("distriktssenteret", Role::Editor));
            let request = Request::post(format!("/arrangor/webinar/{SLUG}"))
                .header(header::COOKIE, &cookie)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            let before = webinar::by_slug(&world.host.db.read, SLUG).await.unwrap().unwrap().meeting_url;
            let body = Body::from(format!("csrf={csrf}&meeting_url={address}&meeting_before={before}"));
            world.ask(request.body(body).unwrap()).await.header(header::LOCATION).to_owned()
        };
        let saved = format!("/arrangor/webinar/{SLUG}?lagra=1");
        assert_eq!(save("https://anna.example.org/").await, saved);
        world.host.clock.set(at("2027-03-16T09:00:00Z"));
        assert_eq!(world.press(&path).await.header(header::LOCATION), "https://anna.example.org/");
        world.import(&in_a_room()).await;
        assert_eq!(world.press(&path).await.header(header::LOCATION), "https://anna.example.org/");
        assert_eq!(save("").await, saved);
        assert!(world.press(&path).await.header(header::LOCATION).starts_with("https://rom.example.org/lag/"));
    }
}

#[tokio::test]
async fn links_of_the_panel_are_for_editors() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(&format!("{FILE}{PANEL}")).await;
        let look = async |role| {
            let cookie = world.signed_in("distriktssenteret", role);
            let path = format!("/arrangor/webinar/{SLUG}/panel");
            world.ask(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
        };
        assert_eq!(look(Role::Reader).await.status, StatusCode::NOT_FOUND);
        let page = look(Role::Editor).await.text;
        for path in panel_paths(&world).await {
            assert!(page.contains(&path), "{path} in {page}");
        }
    }
}

#[tokio::test]
async fn a_file_without_a_meeting_is_told_what_is_missing() {
    let without = world(KINDS[0]).await;
    let problems = async |world: &World, text: &str| match import(&world.host, text, "x.toml").await {
        Err(ImportError::Problems(problems)) => problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
        other => panic!("{other:?}"),
    };
    let told = problems(&without, &in_a_room()).await;
    assert!(told.contains("this installation has no rooms"), "{told}");
    let none = FILE.replace(&format!("meeting_url = \"{MEETING}\""), "");
    assert!(problems(&without, &none).await.contains("`meeting_url` is missing"));
    let with = world_set(KINDS[0], with_rooms).await;
    let both = FILE.replace("attendance =", "meeting_room = true\nattendance =");
    assert!(problems(&with, &both).await.contains("take one of them out"));
    let twice = in_a_room().replace("key = \"ola\"", "key = \"aase\"").replace("\"speaker\"", "\"gjest\"");
    let told = problems(&with, &twice).await;
    assert!(told.contains("`role` is \"gjest\""), "{told}");
}
