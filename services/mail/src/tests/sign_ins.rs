//! What organisers are told of their own accounts.

use host::testing::KINDS;
use proto::account::{SignInChange, SignInChanged};
use proto::{AccountId, Language, SignInChangeId};
use uuid::Uuid;

use super::world::*;
use crate::purpose::{Purpose, State as Fate};

#[tokio::test]
async fn the_address_of_an_account_gets_one_letter_for_each_change_of_how_one_signs_in() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let changed = |number: usize, change: SignInChange| SignInChanged {
            change_id: SignInChangeId(Uuid::from_u128(700 + number as u128)),
            account_id: AccountId(Uuid::from_u128(71)),
            organisation: "distriktssenteret".to_owned(),
            email: "kari@distriktssenteret.example".to_owned(),
            language: Language::En,
            change,
            provider: matches!(change, SignInChange::ProviderLinked | SignInChange::ProviderRemoved)
                .then(|| "Microsoft".to_owned()),
            device: (change != SignInChange::Reset).then(|| "Firefox, Linux".to_owned()),
            at: world.host.clock.now(),
        };
        for (number, change) in SignInChange::ALL.into_iter().enumerate() {
            world.hear(changed(number, change)).await;
        }
        let taken = world.taken().await;
        assert_eq!(taken.len(), SignInChange::ALL.len());
        assert_eq!(world.fates(Purpose::SignInChanged).await, [Fate::Sent; SignInChange::ALL.len()]);
        let mut texts: Vec<String> =
            taken.iter().map(|letter| mail(&letter.data).body_text(0).unwrap().into()).collect();
        for (letter, text) in taken.iter().zip(&texts) {
            assert_eq!(letter.to, "kari@distriktssenteret.example");
            assert!(text.contains("If it was not you") && text.contains("/arrangor/konto/innlogging"), "{text}");
            assert_eq!(text.contains("With: Firefox, Linux"), !text.contains("Those who run"), "{text}");
            assert!(!text.contains("/arrangor/inn/"), "nothing in it signs in: {text}");
        }
        assert_eq!(texts.iter().filter(|text| text.contains("Microsoft")).count(), 2);
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), SignInChange::ALL.len(), "each says what it is about");
    }
}
