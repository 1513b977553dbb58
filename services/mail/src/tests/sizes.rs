//! What a mail server can take: how large letters are, and addresses beyond ASCII.

use bus::testing::said_of;
use host::testing::KINDS;
use proto::mail::MailUndeliverable;

use super::sink::Mode;
use super::world::*;
use crate::purpose::{Purpose, State as Fate};

#[tokio::test]
async fn a_letter_that_is_too_large_for_the_server_fails_with_the_reason_and_is_not_even_begun() {
    for kind in KINDS {
        let world = World::with(kind, Mode::Small, |_| {}).await;
        world.publish(&event()).await;
        for number in 0..8 {
            world.admit(&person(number)).await;
        }
        world.settle().await;
        assert!(world.fates(Purpose::Confirmation).await.iter().all(|fate| *fate == Fate::Failed), "{kind:?}");
        let trouble = world.letters().await.into_iter().find_map(|letter| letter.trouble).unwrap();
        assert!(trouble.contains("at most 2000 bytes"), "{trouble}");
        assert_eq!(said_of::<MailUndeliverable>(&world.host.db).await.len(), 8, "{kind:?}");
        assert_eq!((world.sink.asked(""), world.sink.taken().len()), (0, 0), "{kind:?}");
        assert!(world.sink.connections() <= 3, "the connection is as good as before: {}", world.sink.connections());
    }
}

#[tokio::test]
async fn a_server_that_asks_for_sizes_is_told_them() {
    let world = World::new(host::testing::Kind::Sqlite).await;
    world.publish(&event()).await;
    world.admit(&person(1)).await;
    let taken = world.taken().await;
    let size: usize = taken[0].parameters.strip_prefix("SIZE=").unwrap().parse().unwrap();
    // The line end before the dot is no part of it.
    assert!(taken[0].data.len().abs_diff(size) <= 2, "{size} and not {}", taken[0].data.len());
}

#[tokio::test]
async fn a_domain_beyond_ascii_is_reached_through_every_server_and_a_name_beyond_it_through_those_that_know_how() {
    for kind in KINDS {
        for (mode, address, taken_as) in [
            (Mode::Fine, "kari@blåbær.example", Some("kari@xn--blbr-roah.example")),
            (Mode::Utf8, "kari@blåbær.example", Some("kari@xn--blbr-roah.example")),
            (Mode::Fine, "kåre@blåbær.example", None),
            (Mode::Utf8, "kåre@blåbær.example", Some("kåre@xn--blbr-roah.example")),
        ] {
            let world = World::with(kind, mode, |_| {}).await;
            world.publish(&event()).await;
            let mut person = person(1);
            address.clone_into(&mut person.email);
            world.admit(&person).await;
            let taken = world.taken().await;
            let letter = world.letter(Purpose::Confirmation).await;
            let Some(taken_as) = taken_as else {
                assert_eq!((letter.state, taken.len()), (Fate::Failed, 0), "{kind:?}: {mode:?} {address}");
                assert!(letter.trouble.unwrap().contains("beyond ASCII"));
                continue;
            };
            assert_eq!((letter.state, taken[0].to.as_str()), (Fate::Sent, taken_as), "{kind:?}: {mode:?} {address}");
            assert_eq!(taken[0].parameters.contains("SMTPUTF8"), !taken_as.is_ascii(), "{}", taken[0].parameters);
            assert!(taken[0].header("To").unwrap().contains(&format!("<{taken_as}>")), "{:?}", taken[0].header("To"));
            assert_eq!(taken[0].text().is_ascii(), taken_as.is_ascii());
        }
    }
}
