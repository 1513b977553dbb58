use crate::world::ORGANISATIONS;
use bus::testing::said_of;
use host::testing::{KINDS, host};
use portal::{ImportError, import_organisations};
use proto::organisation::OrganisationChanged;

#[tokio::test]
async fn an_organisation_is_said_when_it_is_new_and_when_something_differs() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let first = import_organisations(&host, ORGANISATIONS, "o.toml").await.expect("a good file");
        assert_eq!(first.new, ["distriktssenteret", "bylivsenteret"]);

        let again = import_organisations(&host, ORGANISATIONS, "o.toml").await.expect("a good file");
        assert_eq!(again.same, ["distriktssenteret", "bylivsenteret"]);
        assert_eq!(said_of::<OrganisationChanged>(&host.db).await.len(), 2, "nothing new was said");

        let renamed = ORGANISATIONS.replace("BYLIVsenteret", "Bylivsenteret");
        let changed = import_organisations(&host, &renamed, "o.toml").await.expect("a good file");
        assert_eq!(
            (changed.changed, changed.same),
            (vec!["bylivsenteret".to_owned()], vec!["distriktssenteret".to_owned()])
        );
        let said = said_of::<OrganisationChanged>(&host.db).await;
        let newest = &said[2].organisation;
        assert_eq!((newest.slug.as_str(), newest.revision), ("bylivsenteret", 2));
        assert_eq!(newest.id, said[1].organisation.id, "it is the same organisation");
    }
}

#[tokio::test]
async fn a_file_with_problems_changes_nothing_and_tells_each_with_its_line() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let bad = ORGANISATIONS
            .replace("retention_days = 365", "retention_days = 1000")
            .replace("https://byliv", "http://byliv");
        let Err(ImportError::Problems(problems)) = import_organisations(&host, &bad, "o.toml").await else {
            panic!("the file has problems");
        };
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "o.toml:16:18: `privacy_notice` is an address that begins with https://",
                "o.toml:17:18: `retention_days` is a number from 1 to 730: personal data are deleted so long after an event",
            ]
        );
        assert!(said_of::<OrganisationChanged>(&host.db).await.is_empty(), "not even the good one is taken in");
    }
}
