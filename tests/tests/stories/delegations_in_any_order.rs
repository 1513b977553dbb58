//! Naming, replacing, taking back, releasing, extra seats, declining, other rules, other members, and people who come and go by
//! themselves: in any order, through the pages and the desk, with what is said still on its way while the next thing is done.

mod acting;

use host::testing::Kind;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use proto::gathering::{RegistrationSeated, Seating};
use registration::store::{claim, event, pool, registration as person};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use tests::{Received, Visitor, WAYS, World};
use uuid::Uuid;

/// Each is a gathering of its own with all that happens to it.
const CASES: u32 = 8;

/// The last of them is not in the network to begin with.
const MEMBERS: [(&str, &str); 4] = [("namdal", "5007"), ("lofoten", "1865"), ("volda", "1577"), ("fosen", "5059")];
const ROLES: [&str; 3] = ["elected", "leadership", "other"];
/// Few, so that the same people are named, come by themselves, leave and are named again.
const PEOPLE: usize = 9;

#[derive(Clone, Debug)]
enum Step {
    /// By whom, in which role, and whom.
    Name(usize, usize, usize),
    Replace(usize, usize, usize, usize),
    Clear(usize, usize),
    AskForMore(usize, u32),
    Grant(usize),
    Decline(usize),
    Come(usize),
    /// Seats without a name go to everybody.
    Release,
    /// So many elected representatives at most in each delegation.
    Elected(u32),
    Places(usize),
    /// A member leaves the network, or comes to it.
    Membership(usize),
    /// Somebody else acts for a member.
    Contact(usize),
    SignUp(usize),
    Withdraw(usize),
    HandOver(usize, usize),
    /// Everything that was said is done before anything else is.
    Settle,
}

fn step() -> impl Strategy<Value = Step> {
    let member = || 0..MEMBERS.len();
    let role = || 0..ROLES.len();
    let who = || 0..PEOPLE;
    prop_oneof![
        20 => (member(), role(), who()).prop_map(|(member, role, who)| Step::Name(member, role, who)),
        3 => (member(), 0usize..3, role(), who()).prop_map(|(member, seat, role, who)| Step::Replace(member, seat, role, who)),
        3 => (member(), 0usize..3).prop_map(|(member, seat)| Step::Clear(member, seat)),
        2 => (member(), 1u32..3).prop_map(|(member, seats)| Step::AskForMore(member, seats)),
        2 => member().prop_map(Step::Grant),
        1 => member().prop_map(Step::Decline),
        1 => member().prop_map(Step::Come),
        1 => Just(Step::Release),
        1 => (1u32..3).prop_map(Step::Elected),
        1 => (6usize..12).prop_map(Step::Places),
        2 => member().prop_map(Step::Membership),
        1 => member().prop_map(Step::Contact),
        5 => who().prop_map(Step::SignUp),
        3 => who().prop_map(Step::Withdraw),
        2 => (who(), who()).prop_map(|(who, to)| Step::HandOver(who, to)),
        4 => Just(Step::Settle),
    ]
}

#[test]
fn nothing_has_more_people_than_seats_and_everybody_is_signed_up_once() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let small = WAYS.into_iter().find(|way| way.database == Kind::Sqlite && !way.broker).expect("a way");
    let world = runtime.block_on(World::begin(small));
    let tried = AtomicUsize::new(0);
    let config = Config { cases: CASES, max_shrink_iters: 60, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let found = runner.run(&proptest::collection::vec(step(), 14..36), |steps| {
        let number = tried.fetch_add(1, Ordering::Relaxed);
        runtime.block_on(async {
            let mut trial = Trial::begin(&world, number).await;
            for step in &steps {
                trial.take(step).await;
            }
            trial.check().await;
        });
        Ok(())
    });
    if let Err(found) = found {
        panic!("{found}");
    }
    runtime.block_on(async {
        let told = bus::testing::said_of::<RegistrationSeated>(world.db("registration")).await;
        let seated = told.iter().filter(|told| told.outcome == Seating::Seated).count();
        assert!(seated > 0, "nobody had a seat: that shows nothing");
        world.end().await;
    });
}

/// One gathering and those who do something about it.
struct Trial<'w> {
    world: &'w World,
    number: usize,
    places: usize,
    elected: u32,
    released: bool,
    is_member: [bool; MEMBERS.len()],
    /// How many have acted for each member.
    contacts: [usize; MEMBERS.len()],
    organiser: Visitor,
    /// What was taken of each pool when nothing was on its way.
    taken: BTreeMap<Uuid, i32>,
}

impl Trial<'_> {
    fn slug(&self) -> String {
        format!("samling-{}", self.number)
    }

    fn person(&self, who: usize) -> String {
        format!("p{who}.{}@example.no", self.slug())
    }

    /// What holds whenever nothing is on its way.
    async fn check(&mut self) {
        self.world.settle().await;
        let db = &self.world.db("registration").read;
        let event = event::Entity::find().filter(event::Column::Slug.eq(self.slug())).one(db).await.expect("a row");
        let event = event.expect("an event").id;
        let pools = pool::of_events(db, &[event]).await.expect("pools");
        let people = person::Entity::find().filter(person::Column::EventId.eq(event)).all(db).await.expect("people");
        let ids: Vec<Uuid> = people.iter().map(|row| row.id).collect();
        let claims = claim::of_registrations(db, &ids).await.expect("claims");
        let seats = self.seats().await;

        for pool in &pools {
            let of = |state| claims.iter().filter(|claim| claim.pool_id == pool.id && claim.state == state).count();
            let taken = of(claim::State::Held) + of(claim::State::Offered);
            assert_eq!(usize::try_from(pool.taken), Ok(taken), "the counter agrees with the rows: {pool:?}");
            let capacity = pool.capacity.expect("a number");
            // No more, unless there are fewer places than there were; never in a delegation.
            let before = self.taken.insert(pool.id, pool.taken).unwrap_or_default();
            let is_delegation = pool.delegation == Some(pool.id);
            let most = if is_delegation { capacity } else { capacity.max(before) };
            assert!(pool.closed || pool.taken <= most, "more than there are, {before} before: {pool:?}");
        }

        let living = |row: &&person::Model| row.state != person::State::Withdrawn;
        let mut by_address: BTreeMap<&str, &person::Model> = BTreeMap::new();
        for row in people.iter().filter(living) {
            assert!(by_address.insert(&row.email, row).is_none(), "{} is signed up twice", row.email);
        }

        // Both services agree on who sits where.
        let mut sitting = BTreeSet::new();
        for seat in seats.iter().filter(|seat| seat.open) {
            assert_eq!(seat.outcome.as_deref(), Some("seated"), "{seat:?}");
            let registration = seat.registration.expect("whoever sits is signed up");
            let row = people.iter().filter(living).find(|row| row.id == registration);
            assert_eq!(row.map(|row| row.state), Some(person::State::Admitted), "{seat:?}");
            assert!(sitting.insert((registration, seat.delegation)), "{seat:?} is had twice");
        }
        let delegations: BTreeMap<Uuid, i32> = seats.iter().map(|seat| (seat.delegation, seat.seats)).collect();
        let held = claims.iter().filter(|claim| claim.state != claim::State::Released);
        let held: BTreeSet<(Uuid, Uuid)> = held
            .filter(|claim| pools.iter().any(|pool| pool.id == claim.pool_id && pool.delegation == Some(pool.id)))
            .map(|claim| (claim.registration_id, claim.pool_id))
            .collect();
        assert_eq!(sitting, held, "who has a seat");
        for (delegation, seats) in delegations {
            let names = sitting.iter().filter(|(_, of)| *of == delegation).count();
            assert!(names <= usize::try_from(seats).unwrap_or_default(), "{names} names for {seats} seats");
            let pool = pools.iter().find(|pool| pool.id == delegation).expect("seats that are kept");
            assert_eq!(pool.capacity, Some(seats), "both know of the same seats");
        }
        for who in 0..PEOPLE {
            let email = self.person(who);
            let has_place = by_address.get(email.as_str()).is_some_and(|row| row.state == person::State::Admitted);
            let entries = entries(&self.world.sink.to(&email));
            assert_eq!(
                entries,
                usize::from(has_place),
                "entries in the calendar of {email}, who has a place: {has_place}"
            );
        }
    }

    async fn gathering<const N: usize>(&self, sql: &str, values: [sea_orm::Value; N]) -> Vec<sea_orm::QueryResult> {
        let db = &self.world.db("gathering").read;
        db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await.expect("rows")
    }

    async fn seats(&self) -> Vec<Seat> {
        let sql = "SELECT s.delegation AS delegation, d.seats AS seats, s.registration AS registration, \
                   s.outcome AS outcome, CASE WHEN s.cleared_at IS NULL THEN 1 ELSE 0 END AS open \
                   FROM seat s JOIN delegation d ON d.id = s.delegation JOIN gathering g ON g.id = s.gathering \
                   WHERE g.slug = ?";
        let rows = self.gathering(sql, [self.slug().into()]).await;
        let seat = |row: &sea_orm::QueryResult| Seat {
            delegation: row.try_get("", "delegation").expect("an id"),
            seats: row.try_get("", "seats").expect("a number"),
            registration: row.try_get("", "registration").expect("an id"),
            outcome: row.try_get("", "outcome").expect("a word"),
            open: row.try_get::<i64>("", "open").expect("a number") == 1,
        };
        rows.iter().map(seat).collect()
    }
}

/// Somebody was named for it; open until they are taken back or leave.
#[derive(Debug)]
struct Seat {
    delegation: Uuid,
    /// Of the delegation.
    seats: i32,
    registration: Option<Uuid>,
    outcome: Option<String>,
    open: bool,
}

/// How many entries a calendar has that does what these letters say, besides those that are not certain: whoever is put back
/// in the queue keeps theirs as such.
fn entries(letters: &[Received]) -> usize {
    let mut last: BTreeMap<String, bool> = BTreeMap::new();
    for letter in letters {
        if let (Some(uid), Some(method)) = (letter.property("UID"), letter.method()) {
            last.insert(uid, method == "REQUEST" && letter.property("STATUS").as_deref() != Some("TENTATIVE"));
        }
    }
    last.values().filter(|stands| **stands).count()
}
