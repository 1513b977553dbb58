//! Both databases behave alike where it matters.

use host::testing::{self, KINDS, Kind};
use sea_orm::{ConnectionTrait, Statement};

#[tokio::test]
async fn the_sqlite_in_the_program_is_the_one_we_mean() {
    let host = testing::host(Kind::Sqlite, "registration").await;
    let version = one(&host, "SELECT sqlite_version() AS answer").await;
    let parts: Vec<u32> = version.split('.').map(|part| part.parse().unwrap()).collect();
    assert!(parts >= vec![3, 51], "an older SQLite was chosen: {version}");
}

#[tokio::test]
async fn what_was_not_committed_is_not_there() {
    for kind in KINDS {
        let host = testing::host(kind, "registration").await;
        let begun = host.db.begin().await.unwrap();
        begun.execute_unprepared("CREATE TABLE tried (id INTEGER)").await.unwrap();
        drop(begun);
        assert!(host.db.read.execute_unprepared("SELECT id FROM tried").await.is_err(), "{kind:?}");
    }
}

#[tokio::test]
async fn forty_that_take_one_of_ten_places_at_once_get_ten() {
    for kind in KINDS {
        let host = testing::host(kind, "registration").await;
        host.db.write.execute_unprepared("CREATE TABLE tried (left_over INTEGER NOT NULL)").await.unwrap();
        host.db.write.execute_unprepared("INSERT INTO tried VALUES (10)").await.unwrap();
        let tries = (0..40).map(|_| async {
            let begun = host.db.begin().await.unwrap();
            let taken = begun
                .execute_unprepared("UPDATE tried SET left_over = left_over - 1 WHERE left_over > 0")
                .await
                .unwrap()
                .rows_affected();
            begun.commit().await.unwrap();
            taken
        });
        let got: u64 = futures::future::join_all(tries).await.into_iter().sum();
        assert_eq!(got, 10, "{kind:?}");
    }
}

#[tokio::test]
async fn four_processes_may_make_the_tables_at_once() {
    for kind in KINDS {
        let place = testing::place(kind);
        let clock = host::Clock::set_at(testing::beginning());
        let opened = (0..4).map(|_| testing::open(&place.settings, "registration", clock.clone()));
        for host in futures::future::join_all(opened).await {
            assert!(migrations::pending("registration", &host.db.write).await.unwrap().is_empty(), "{kind:?}");
        }
    }
}

#[tokio::test]
async fn a_program_lives_with_tables_that_a_later_release_has_changed() {
    for kind in KINDS {
        let host = testing::host(kind, "registration").await;
        let later =
            "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m20991231_000001_of_a_later_release', 0)";
        host.db.write.execute_unprepared(later).await.unwrap();
        assert!(migrations::pending("registration", &host.db.write).await.unwrap().is_empty(), "{kind:?}");
        migrations::up("registration", &host.db.write).await.unwrap();
    }
}

async fn one(host: &host::Host, sql: &str) -> String {
    let row = host.db.read.query_one_raw(Statement::from_string(host.db.read.get_database_backend(), sql)).await;
    row.expect("an answer").expect("a row").try_get("", "answer").expect("text")
}
