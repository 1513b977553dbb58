//! Organisations with mail servers of their own.

use bus::testing::eventually;
use chrono::TimeDelta;
use host::Relay;
use host::testing::{KINDS, Kind};
use proto::account::SignInRequested;
use proto::event::Event;
use proto::organisation::{Organisation, OrganisationChanged};
use proto::registration::Registration;
use proto::{AccountId, EventId, Language, RegistrationId, SignInId};
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::sink::{Mode, Sink};
use super::world::*;

/// A world in which another organisation has a mail server of its own, and an event.
async fn with_relay(kind: Kind) -> (World, Sink, JoinHandle<()>, Event) {
    let (own, serving) = Sink::start(Mode::Fine).await;
    let world = World::with(kind, Mode::Fine, |settings| {
        let relay = Relay { server: own.address(), user: None, password_file: None, connections: 2, spf: Vec::new() };
        settings.relay.insert("bylivsenteret".to_owned(), relay);
    })
    .await;
    let other = Organisation {
        id: Uuid::from_u128(8),
        slug: "bylivsenteret".to_owned(),
        sender: "kurs@bylivsenteret.example".to_owned(),
        ..organisation()
    };
    world.hear(OrganisationChanged { organisation: other }).await;
    world.publish(&event()).await;
    let theirs = Event {
        id: EventId(Uuid::from_u128(2)),
        slug: "byliv".to_owned(),
        organisation: "bylivsenteret".to_owned(),
        ..event()
    };
    world.publish(&theirs).await;
    (world, own, serving, theirs)
}

/// Somebody who is signed up for the other event.
fn of(event: &Event, number: u128) -> Registration {
    let id = RegistrationId(Uuid::from_u128(5000 + number));
    Registration { id, event_id: event.id, email: format!("byliv{number}@kommune.example"), ..person(number) }
}

#[tokio::test]
async fn an_organisations_letters_go_through_its_own_server_and_no_others() {
    for kind in KINDS {
        let (world, own, _serving, theirs) = with_relay(kind).await;
        world.admit(&person(1)).await;
        world.admit(&of(&theirs, 1)).await;
        let asked = SignInRequested {
            sign_in_id: SignInId(Uuid::from_u128(70)),
            account_id: AccountId(Uuid::from_u128(71)),
            organisation: "bylivsenteret".to_owned(),
            email: "leiar@bylivsenteret.example".to_owned(),
            language: Language::Nn,
            expires_at: world.host.clock.now() + TimeDelta::minutes(15),
            invited: false,
        };
        world.hear(asked).await;
        let common = world.taken().await;
        assert_eq!(common.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), ["ase1@kommune.example"]);
        let mut theirs: Vec<_> = own.taken().into_iter().map(|letter| (letter.from, letter.to)).collect();
        theirs.sort();
        let from = |to: &str| ("kurs@bylivsenteret.example".to_owned(), to.to_owned());
        assert_eq!(theirs, [from("byliv1@kommune.example"), from("leiar@bylivsenteret.example")], "{kind:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_holds_up_only_those_whose_server_it_is() {
    for kind in KINDS {
        for theirs_is_down in [true, false] {
            let (mut world, own, _serving, theirs) = with_relay(kind).await;
            world.kill();
            // The letters that cannot go are the first in the queue, and more than are taken in hand at once.
            let (down, up) = if theirs_is_down { (&own, &world.sink) } else { (&world.sink, &own) };
            down.behave(Mode::TurnAway);
            for first in [true, false] {
                for number in 0..40 {
                    match first == theirs_is_down {
                        true => world.admit(&of(&theirs, number)).await,
                        false => world.admit(&person(number)).await,
                    }
                }
            }
            let up = up.clone();
            let down = down.clone();
            world.start();
            eventually("the others have their letters", async || up.taken().len() == 40).await;
            assert_eq!(down.taken().len(), 0);
            down.behave(Mode::Fine);
            world.advance(TimeDelta::minutes(1)).await;
            assert_eq!((own.taken().len(), world.sink.taken().len()), (40, 40), "{kind:?}");
        }
    }
}

#[tokio::test]
async fn what_is_wrong_with_an_organisations_server_is_told_at_the_start() {
    let mut settings = host::Settings::defaults().unwrap();
    let relay = |server: &str, file: Option<&str>| Relay {
        server: server.to_owned(),
        user: file.map(|_| "ks".to_owned()),
        password_file: file.map(Into::into),
        connections: 1,
        spf: Vec::new(),
    };
    for (relay, word) in [
        (relay("http://mail.example", None), "smtp://"),
        (relay("smtp://mail.example", Some("/nowhere/password")), "/nowhere/password"),
        // Nobody listens there.
        (relay("smtp://127.0.0.1:1", None), "the mail server of ks"),
    ] {
        settings.relay.insert("ks".to_owned(), relay);
        let error = format!("{:#}", crate::try_out(&settings).await.unwrap_err());
        assert!(error.contains("ks") && error.contains(word), "{error}");
    }
}
