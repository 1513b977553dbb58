use crate::world::organisations;
use bus::testing::said_of;
use host::Purpose;
use host::testing::{KINDS, host};
use portal::{InviteError, invite};
use proto::Language;
use proto::account::{AccountChanged, Membership, Role, SignInRequested};

#[tokio::test]
async fn an_invitation_makes_an_account_and_has_a_link_sent() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let invitation = invite(&host, " Kari@Example.org", "distriktssenteret", Role::Owner).await.expect("invited");
        assert!(invitation.new_role);

        let roles = vec![Membership { organisation: "distriktssenteret".to_owned(), role: Role::Owner }];
        let said = said_of::<AccountChanged>(&host.db).await;
        assert_eq!(said, [AccountChanged { account_id: invitation.account, revision: 1, roles, events: Vec::new() }]);
        let said = said_of::<SignInRequested>(&host.db).await;
        assert_eq!(said.len(), 1);
        assert_eq!(
            (said[0].email.as_str(), said[0].language, said[0].invited),
            ("Kari@Example.org", Language::Nn, true)
        );
        let token = invitation.address.rsplit('/').next().expect("a token");
        assert_eq!(host.keys.read(Purpose::SignIn, token).map(|(id, _)| id), Some(said[0].sign_in_id.0));
    }
}

#[tokio::test]
async fn another_invitation_extends_the_same_account() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let first = invite(&host, "kari@example.org", "distriktssenteret", Role::Reader).await.expect("invited");
        let second = invite(&host, "KARI@example.org", "bylivsenteret", Role::Editor).await.expect("invited");
        let third = invite(&host, "kari@example.org", "distriktssenteret", Role::Owner).await.expect("invited");
        let fourth = invite(&host, "kari@example.org", "distriktssenteret", Role::Owner).await.expect("invited");
        assert_eq!([second.account, third.account, fourth.account], [first.account; 3]);
        assert!(!fourth.new_role);
        let said = said_of::<AccountChanged>(&host.db).await;
        let newest = said.last().expect("said");
        assert_eq!((said.len(), newest.revision), (3, 3));
        assert_eq!(
            newest.roles,
            [
                Membership { organisation: "bylivsenteret".to_owned(), role: Role::Editor },
                Membership { organisation: "distriktssenteret".to_owned(), role: Role::Owner },
            ]
        );
    }
}

#[tokio::test]
async fn no_one_is_invited_to_an_unknown_organisation_or_at_an_impossible_address() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        organisations(&host).await;
        let unknown = invite(&host, "kari@example.org", "nokon-andre", Role::Owner).await;
        assert!(matches!(unknown, Err(InviteError::UnknownOrganisation(_))));
        let impossible = invite(&host, "kari", "distriktssenteret", Role::Owner).await;
        assert!(matches!(impossible, Err(InviteError::Address(_))));
        assert!(said_of::<SignInRequested>(&host.db).await.is_empty());
    }
}
