//! What the bus promises, tried with both carriers on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod hearing;
mod house;
mod saying;
mod stalled;
mod tls;
mod trouble;

use host::testing::Kind;
use house::{House, Way};

/// One test for each promise, carrier and database.
macro_rules! promises {
    ($($module:ident::$promise:ident),* $(,)?) => {
        promises!(@way in_process_on_sqlite, Way::InProcess, Kind::Sqlite, $($module::$promise),*);
        promises!(@way in_process_on_postgres, Way::InProcess, Kind::Postgres, $($module::$promise),*);
        promises!(@way amqp_on_sqlite, Way::Amqp, Kind::Sqlite, $($module::$promise),*);
        promises!(@way amqp_on_postgres, Way::Amqp, Kind::Postgres, $($module::$promise),*);
    };
    (@way $name:ident, $way:expr, $kind:expr, $($module:ident::$promise:ident),*) => {
        mod $name {
            use super::*;
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $promise() {
                    let house = House::new($way, $kind).await;
                    $module::$promise(&house).await;
                    house.end().await;
                }
            )*
        }
    };
}

promises![
    saying::each_message_is_done_once_by_each_who_hears_it,
    saying::what_is_rolled_back_was_never_said,
    saying::many_say_at_the_same_time_and_nothing_is_lost,
    saying::what_is_carried_again_is_recognised,
    saying::a_fact_that_nobody_hears_is_carried,
    saying::an_answer_names_its_cause_and_belongs_to_the_same_trace,
    saying::two_thousand_messages_arrive,
    saying::what_is_too_large_to_carry_is_not_kept,
    saying::what_cannot_be_carried_is_listed_with_its_reason_and_carried_when_asked_for,
    hearing::a_failing_handler_is_tried_again_when_due_and_holds_nobody_up,
    hearing::a_panicking_handler_is_tried_again_and_its_neighbours_are_done,
    hearing::a_failed_handler_has_changed_and_said_nothing,
    hearing::what_is_set_aside_can_be_looked_at_exported_and_replayed,
    hearing::what_fails_for_three_days_is_set_aside,
    hearing::data_that_do_not_fit_are_set_aside,
    hearing::an_envelope_that_cannot_be_read_is_set_aside,
    hearing::a_name_of_a_later_release_is_set_aside_and_done_after_the_upgrade,
    hearing::the_body_of_what_is_done_is_emptied_and_its_id_forgotten_after_a_month,
    trouble::two_instances_share_the_work,
    trouble::one_who_stood_still_too_long_changes_nothing,
    trouble::killed_at_any_moment_everything_is_done_once,
    trouble::while_an_inbox_is_away_nothing_is_lost,
];

mod stalling {
    use super::*;

    async fn on(way: Way) {
        let mut houses = Vec::new();
        for _ in 0..3 {
            houses.push(House::new(way, Kind::Postgres).await);
        }
        stalled::a_connection_that_is_cut_off_holds_a_loop_up_for_a_while_only(&mut houses).await;
        for house in houses {
            house.end().await;
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_connection_that_is_cut_off_holds_a_loop_up_for_a_while_only_in_process() {
        on(Way::InProcess).await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_connection_that_is_cut_off_holds_a_loop_up_for_a_while_only_over_amqp() {
        on(Way::Amqp).await;
    }
}

mod amqp {
    use super::*;
    use host::testing::KINDS;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn what_is_said_before_its_queue_exists_arrives_when_it_does() {
        for kind in KINDS {
            let house = House::unprepared(Way::Amqp, kind).await;
            trouble::what_is_said_before_its_queue_exists_arrives_when_it_does(&house).await;
            house.end().await;
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn hostile_deliveries_are_set_aside_or_parked_and_their_neighbours_done() {
        for kind in KINDS {
            let house = House::new(Way::Amqp, kind).await;
            trouble::hostile_deliveries_are_set_aside_or_parked_and_their_neighbours_done(&house).await;
            house.end().await;
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn through_a_restart_of_the_broker_everything_is_done_once() {
        let _alone = house::BROKER.write().await;
        let mut houses = Vec::new();
        for kind in KINDS {
            houses.push(House::with_the_broker_to_itself(kind).await);
        }
        trouble::through_a_restart_of_the_broker_everything_is_done_once(&houses).await;
        for house in houses {
            house.end().await;
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn an_address_that_answers_nobody_is_passed_over_for_the_next() {
        let house = House::new(Way::Amqp, Kind::Sqlite).await;
        trouble::an_address_that_answers_nobody_is_passed_over_for_the_next(&house).await;
        house.end().await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn what_is_missing_at_the_broker_is_named() {
        let house = House::unprepared(Way::Amqp, Kind::Sqlite).await;
        let error = bus::amqp::check(house.settings(), &["mail"]).await.unwrap_err();
        assert!(format!("{error:#}").contains("mail.inbox` is missing: run `moteplass prepare`"), "{error:#}");
        house.prepare(&house::HEARERS).await;
        bus::amqp::check(house.settings(), &["mail", "portal"]).await.unwrap();
        house.end().await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_broker_behind_tls_is_believed_with_its_authority_only() {
        let house = House::new(Way::Amqp, Kind::Sqlite).await;
        tls::a_broker_behind_tls_is_believed_with_its_authority_only(&house).await;
        house.end().await;
    }
}
