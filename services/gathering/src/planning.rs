//! What organisers do with plans, and how plans follow what happens to people. Each loads, lets `plan` decide, records and
//! says, under the gathering's lock.

use crate::delegation::Role;
use crate::plan::{self, Edit, Guest, Kind, News, Refusal, Rules};
use crate::store::participant::{self, Stands};
use crate::store::plan::{KeptArrangement, KeptNews, KeptRules, Model, Name, Told};
use crate::store::{self, gathering, seat};
use bus::Work;
use proto::gathering::{PlanKind, PlanPlaced};
use proto::{Localised, PoolId};
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

/// So much news is kept for an organiser who does not look.
const MOST_NEWS: usize = 100;

/// Everybody who has a place at a gathering.
pub(crate) struct Company {
    people: Vec<(Guest, participant::Model)>,
    /// What members are called, by their delegation.
    members: HashMap<Uuid, String>,
    /// What those are called who have no place any more.
    gone: Vec<(Uuid, String)>,
}

/// What organisers see of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Face {
    pub(crate) name: String,
    pub(crate) member: Option<String>,
    pub(crate) role: Option<Role>,
}

/// Those who have a place now.
pub(crate) async fn company(db: &impl ConnectionTrait, gathering: Uuid) -> Result<Company, DbErr> {
    let rows = store::delegation::of(db, gathering).await?;
    let seats = seat::of_gathering(db, gathering).await?;
    let living = seats.iter().filter(|seat| seat.is_living());
    let seats: HashMap<Uuid, &seat::Model> = living.filter_map(|seat| Some((seat.registration?, seat))).collect();
    // Those of a region can be of several counties; the first stands for all.
    let county = |row: &store::delegation::Model| row.municipalities.0.first()?.get(..2).map(str::to_owned);
    let counties: HashMap<Uuid, String> = rows.iter().filter_map(|row| Some((row.id, county(row)?))).collect();
    let all = participant::of(db, gathering).await?.into_values();
    let (people, gone): (Vec<_>, Vec<_>) = all.partition(|one| one.state == Stands::Admitted);
    let mut people: Vec<(Guest, participant::Model)> = people
        .into_iter()
        .map(|one| {
            let seat = seats.get(&one.registration);
            let guest = Guest {
                person: one.registration,
                delegation: seat.map(|seat| seat.delegation),
                county: seat.and_then(|seat| counties.get(&seat.delegation)).cloned(),
                role: seat.map(|seat| seat.role()),
            };
            (guest, one)
        })
        .collect();
    people.sort_by_key(|(guest, _)| guest.person);
    Ok(Company {
        people,
        members: rows.into_iter().map(|row| (row.id, row.name)).collect(),
        gone: gone.into_iter().map(|one| (one.registration, one.name)).collect(),
    })
}

impl Company {
    /// Those whom a plan is about: everybody, or those who have chosen something.
    pub(crate) fn guests(&self, choice: Option<PoolId>) -> Vec<Guest> {
        let meant = |one: &participant::Model| choice.is_none_or(|choice| one.has_chosen(choice));
        self.people.iter().filter(|(_, one)| meant(one)).map(|(guest, _)| guest.clone()).collect()
    }

    /// What is known of everybody, by their sign-up. Whoever is erased has no name.
    pub(crate) fn faces(&self) -> BTreeMap<Uuid, Face> {
        let face = |guest: &Guest, one: &participant::Model| Face {
            name: one.name.clone(),
            member: guest.delegation.and_then(|id| self.members.get(&id)).cloned(),
            role: guest.role,
        };
        let gone = |name: &String| Face { name: name.clone(), member: None, role: None };
        let gone = self.gone.iter().map(|(person, name)| (*person, gone(name)));
        self.people.iter().map(|(guest, one)| (guest.person, face(guest, one))).chain(gone).collect()
    }
}

/// What an organiser wants a plan to be.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    pub(crate) kind: Kind,
    pub(crate) name: Localised,
    pub(crate) rules: Rules,
    pub(crate) choice: Option<PoolId>,
}

/// What an organiser does to a plan.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    Edit(Edit),
    /// Finds seats for those who have none.
    Fill,
    /// Seats everybody anew who is not locked.
    Anew,
    /// Other rules, for what is seated from now on.
    Change(Box<Wish>),
    /// The news have been read.
    Seen,
    /// Tells everybody who has not been told where they sit.
    Tell,
    /// There will be no such plan.
    Remove,
}

/// Why nothing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotDone {
    /// The plan is another than the one that the organiser saw.
    Stale,
    Refused(Refusal),
}

/// A plan with those whom it is about, brought up to what is so.
pub(crate) struct Case {
    pub(crate) plan: Model,
    pub(crate) guests: Vec<Guest>,
}

impl Case {
    /// Takes a plan as it is kept, and has it follow what has happened since.
    pub(crate) fn of(mut plan: Model, company: &Company) -> Self {
        let guests = company.guests(plan.choice());
        let news = plan.arrangement.0.follow(&guests, &plan.rules.0);
        note(&mut plan, news);
        Self { plan, guests }
    }

    /// Those who are to be told something.
    pub(crate) fn untold(&self) -> BTreeMap<Uuid, Option<u32>> {
        plan::untold(&self.plan.arrangement.0, &self.plan.told.0, &self.guests)
    }
}

/// What decides between plans that are as good: another each time everybody is seated anew.
fn seed(plan: &Model) -> u64 {
    let (high, low) = plan.id.as_u64_pair();
    (high ^ low).wrapping_add(u64::try_from(plan.turn).unwrap_or_default())
}

fn note(plan: &mut Model, news: Vec<News>) {
    plan.news.0.extend(news);
    let old = plan.news.0.len().saturating_sub(MOST_NEWS);
    plan.news.0.drain(..old);
}

/// Makes a plan, and seats everybody.
pub(crate) async fn make(work: &Work, gathering: &gathering::Model, wish: Wish) -> Result<Uuid, DbErr> {
    let company = company(&work.tx, gathering.id).await?;
    let plan = Model {
        id: Uuid::new_v4(),
        gathering: gathering.id,
        kind: wish.kind.word().to_owned(),
        name: Name(wish.name),
        rules: KeptRules(wish.rules),
        choice: wish.choice.map(|pool| pool.0),
        arrangement: KeptArrangement::default(),
        told: Told::default(),
        news: KeptNews::default(),
        revision: 1,
        turn: 0,
        tellings: 0,
        told_at: None,
        created_at: work.now,
    };
    let Case { mut plan, guests } = Case::of(plan, &company);
    plan.arrangement.0 = plan::arrange(&guests, &plan.rules.0, &plan.arrangement.0, seed(&plan));
    let id = plan.id;
    store::plan::insert(&work.tx, plan).await?;
    Ok(id)
}

/// Does what an organiser wants with a plan that they saw as it was at `revision`; tells how many it touched. The gathering
/// is locked.
pub(crate) async fn act(work: &Work, plan: Model, revision: i32, act: Act) -> Result<Result<usize, NotDone>, DbErr> {
    if plan.revision != revision {
        return Ok(Err(NotDone::Stale));
    }
    let company = company(&work.tx, plan.gathering).await?;
    let mut case = Case::of(plan, &company);
    let before = case.plan.arrangement.0.clone();
    let Case { plan, guests } = &mut case;
    let rules = plan.rules.0.clone();
    let mut many = 1;
    match act {
        Act::Edit(edit) => {
            if let Err(refusal) = plan.arrangement.0.edit(edit, guests, &rules) {
                return Ok(Err(NotDone::Refused(refusal)));
            }
        }
        Act::Fill => {
            many = before.newcomers(guests).len();
            plan.arrangement.0 = plan::fill(guests, &rules, &before, seed(plan));
        }
        Act::Anew => {
            plan.turn += 1;
            plan.arrangement.0 = plan::arrange(guests, &rules, &before, seed(plan));
            let seated = plan.arrangement.0.seated();
            many = before.seated().iter().filter(|(person, table)| seated.get(person) != Some(table)).count();
        }
        Act::Change(wish) => {
            (plan.kind, plan.choice) = (wish.kind.word().to_owned(), wish.choice.map(|pool| pool.0));
            (plan.name, plan.rules) = (Name(wish.name), KeptRules(wish.rules));
        }
        Act::Seen => plan.news.0.clear(),
        Act::Tell => many = tell(work, &mut case),
        Act::Remove => {
            take_back(work, &case);
            store::plan::remove(&work.tx, case.plan.id).await?;
            return Ok(Ok(many));
        }
    }
    case.plan.revision += 1;
    store::plan::update(&work.tx, &case.plan).await?;
    Ok(Ok(many))
}

/// Tells everybody whose table is another than they know; how many that are.
fn tell(work: &Work, case: &mut Case) -> usize {
    let untold = case.untold();
    case.plan.tellings += i32::from(!untold.is_empty());
    for (person, table) in &untold {
        say(work, &case.plan, *person, *table);
    }
    let come: HashSet<Uuid> = case.guests.iter().map(|guest| guest.person).collect();
    case.plan.told.0.retain(|person, _| come.contains(person));
    for (person, table) in &untold {
        match table {
            Some(table) => case.plan.told.0.insert(*person, *table),
            None => case.plan.told.0.remove(person),
        };
    }
    case.plan.told_at = Some(work.now);
    untold.len()
}

/// Tells those who know where they sit that it no longer holds.
fn take_back(work: &Work, case: &Case) {
    let plan = Model { tellings: case.plan.tellings + 1, ..case.plan.clone() };
    for guest in case.guests.iter().filter(|guest| plan.told.0.contains_key(&guest.person)) {
        say(work, &plan, guest.person, None);
    }
}

fn say(work: &Work, plan: &Model, person: Uuid, table: Option<u32>) {
    work.say(&PlanPlaced {
        plan_id: plan.id.into(),
        event_id: plan.gathering.into(),
        registration_id: person.into(),
        revision: u32::try_from(plan.tellings).unwrap_or_default(),
        name: plan.name.0.clone(),
        kind: match plan.kind() {
            Kind::Tables => PlanKind::Tables,
            Kind::Groups => PlanKind::Groups,
        },
        table,
        before: plan.told.0.get(&person).copied(),
    });
}

/// Has the plans of a gathering follow what has happened to somebody.
pub(crate) async fn follow(work: &Work, gathering: Uuid) -> Result<(), DbErr> {
    if store::plan::of(&work.tx, gathering).await?.is_empty() {
        return Ok(());
    }
    let Some(found) = gathering::locked(&work.tx, gathering).await? else { return Ok(()) };
    if found.cancelled || work.now >= found.ends_at {
        return Ok(());
    }
    let company = company(&work.tx, gathering).await?;
    // Again, as they are behind the lock.
    for before in store::plan::of(&work.tx, gathering).await? {
        let mut plan = Case::of(before.clone(), &company).plan;
        if plan != before {
            plan.revision += i32::from(plan.news != before.news);
            store::plan::update(&work.tx, &plan).await?;
        }
    }
    Ok(())
}
