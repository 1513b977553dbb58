//! Links that are asked for, and those that calendars carry.

use chrono::TimeDelta;
use host::testing::{KINDS, beginning};
use proto::account::SignInRequested;
use proto::registration::{RegistrationRepeated, RegistrationWithdrawn, State, Withdrawal};
use proto::{AccountId, Language, SignInId};
use uuid::Uuid;

use super::world::*;
use crate::purpose::{Purpose, State as Fate};

#[tokio::test]
async fn links_that_were_asked_for_come_whatever_has_become_of_the_sign_up_and_once_in_ten_minutes() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let gone = proto::registration::Registration { state: State::Withdrawn, revision: 2, ..person(1) };
        world
            .hear(RegistrationWithdrawn { registration: gone.clone(), why: Withdrawal::ByPerson, declined: None })
            .await;
        world.cancel(&event()).await;
        world.until(event().ends_at + TimeDelta::days(1)).await;
        let before = world.taken().await.len();
        let start = event().ends_at + TimeDelta::days(1);
        let start = chrono::DurationRound::duration_trunc(start, TimeDelta::minutes(10)).unwrap();
        for minutes in [0, 3, 9, 11] {
            let (registration, at) = (gone.clone(), start + TimeDelta::minutes(minutes));
            world.hear(RegistrationRepeated { registration, at, asked_for_link: true, answer_before: None }).await;
        }
        world.settle().await;
        assert_eq!(world.fates(Purpose::Link).await, [Fate::Sent; 2]);
        assert_eq!(world.fates(Purpose::Repeated).await, []);
        let taken = world.taken().await;
        assert_eq!(taken.len(), before + 2);
        let text = mail(&taken[before].data).body_text(0).unwrap().into_owned();
        assert!(text.contains("Her er lenkja til påmeldinga di") && text.contains("/mi/"), "{text}");
        assert!(!text.contains("meldt på") && !text.contains("verkar ikkje lenger"), "{text}");
        assert!(ics(&taken[before]).is_none());
    }
}

#[tokio::test]
async fn a_new_address_or_a_new_link_gets_a_letter_with_the_invitation() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        world.admit(&person(1)).await;
        world.settle().await;
        let mut elsewhere = next(&person(1), State::Admitted);
        elsewhere.email = "ase@fylke.example".to_owned();
        world.change(&elsewhere).await;
        let taken = world.taken().await;
        assert_eq!(taken[1].to, "ase@fylke.example");
        assert!(property(&ics(&taken[1]).unwrap(), "ATTENDEE").ends_with("mailto:ase@fylke.example"));
        let mut renewed = next(&elsewhere, State::Admitted);
        renewed.generation += 1;
        world.change(&renewed).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 3);
        assert_eq!(property(&ics(&taken[2]).unwrap(), "SEQUENCE"), "2");
    }
}

#[tokio::test]
async fn the_link_in_calendars_joins_and_nothing_else_and_never_changes() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let person = person(1);
        world.admit(&person).await;
        world.settle().await;
        world.publish(&moved(&event(), TimeDelta::hours(1))).await;
        world.advance(TimeDelta::minutes(10)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2);
        let keys = &world.host.keys;
        let join = world.host.address(&format!(
            "/webinar/tomme-lokale/delta/{}",
            keys.token(host::Purpose::Join, person.id.0, person.generation)
        ));
        let manage = keys.token(host::Purpose::Manage, person.id.0, person.generation);
        for letter in &taken {
            let ics = ics(letter).unwrap();
            assert!(property(&ics, "DESCRIPTION").ends_with(&join), "{ics}");
            assert!(property(&ics, "CONFERENCE").ends_with(&join));
            assert_eq!(property(&ics, "LOCATION"), "Nettmøte");
            assert!(!ics.contains(&manage) && !ics.contains("/mi/"));
            assert!(mail(&letter.data).body_text(0).unwrap().contains(&manage));
        }
    }
}

#[tokio::test]
async fn an_organiser_gets_one_link_to_sign_in_with_until_it_expires() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let asked = |id: u128, minutes: i64| SignInRequested {
            sign_in_id: SignInId(Uuid::from_u128(id)),
            account_id: AccountId(Uuid::from_u128(1)),
            organisation: "distriktssenteret".to_owned(),
            email: "kari@distriktssenteret.example".to_owned(),
            language: Language::Sv,
            expires_at: beginning() + TimeDelta::minutes(minutes),
            invited: false,
        };
        world.hear(asked(5, 30)).await;
        world.hear(asked(5, 30)).await;
        world.hear(asked(6, 0)).await;
        let taken = world.taken().await;
        assert_eq!(taken.len(), 1);
        let token = world.host.keys.token(host::Purpose::SignIn, Uuid::from_u128(5), 0);
        assert!(mail(&taken[0].data).body_text(0).unwrap().contains(&format!("/arrangor/inn/{token}")));
        for letter in world.letters().await.iter().filter(|l| l.state == Fate::Sent) {
            assert!(letter.facts.is_none() && letter.raw.is_none(), "the address has no more use");
        }
        // Where there is no mail server its file can still be read for a while.
        let letters = world.letters().await;
        let sent = letters.iter().find(|letter| letter.state == Fate::Sent).unwrap();
        let folder = crate::folder(&world.host.settings);
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join(format!("{}.eml", sent.id));
        std::fs::write(&file, &taken[0].data).unwrap();
        let now = world.host.clock.now();
        for (then, stays) in [(now - TimeDelta::days(7), true), (now + TimeDelta::minutes(1), false)] {
            crate::postbox::sweep(&folder, &world.host.db.read, then).await.unwrap();
            assert_eq!(file.exists(), stays);
        }
    }
}
