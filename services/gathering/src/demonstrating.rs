//! Made-up delegations in every state, for the demonstration: done as contacts and organisers would do it.

mod attached;
mod before;

use crate::NAME;
use crate::acting::{self, Person};
use crate::delegation::Role;
use crate::plan::{Kind, Mixing, Rules};
use crate::planning::{self, Act, Wish};
use crate::store::{self, delegation, gathering};
use anyhow::Context;
use bus::{Bus, Carrier};
use host::Host;
use proto::{Language, Localised};

const FIRST: [&str; 8] = ["Ask", "Bjørk", "Eine", "Furu", "Hassel", "Lind", "Older", "Rogn"];
const LAST: [&str; 4] = ["Døme", "Prøve", "Påfunn", "Utkast"];

/// Invites most members of a gathering, and has some of them name people, ask for more seats, or decline.
pub async fn demonstrate(host: &Host, slug: &str) -> anyhow::Result<()> {
    let (bus, _loops) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let found = gathering::by_slug(&host.db.read, slug).await?.context("the gathering is not there")?;
    before::held(&bus, &found).await?;
    attached::add(&bus, &found).await?;
    let rows = delegation::of(&host.db.read, found.id).await?;
    for (number, row) in rows.into_iter().enumerate() {
        let work = bus.begin().await?;
        let Some(mut case) = acting::open(&work.tx, row.id).await? else { continue };
        // One in eight is not invited yet, one declines, one has only got the letter, one has looked at the page.
        let people = match number % 8 {
            0 => {
                work.rollback().await;
                continue;
            }
            1 => {
                case.invite(&work).await?;
                case.decline(&work).await?;
                work.commit().await?;
                continue;
            }
            2 | 3 => 0,
            4 | 5 => 2,
            _ => usize::try_from(row.seats).unwrap_or_default(),
        };
        case.invite(&work).await?;
        if number % 8 > 2 {
            case.row.opened_at = Some(work.now);
            store::delegation::update(&work.tx, &case.row).await?;
        }
        for place in 0..people {
            let at = number * 5 + place;
            let (first, last) = (FIRST[at % FIRST.len()], LAST[at / FIRST.len() % LAST.len()]);
            let role = [Role::Elected, Role::Leadership, Role::Professional][place % 3];
            let person = Person {
                name: format!("{first} {last}"),
                email: format!("delegat{number}-{place}@example.no"),
                language: if number % 2 == 0 { Language::Nn } else { Language::Nb },
                role,
                municipality: row.municipalities.0.get(place).cloned(),
            };
            let _named_or_not = case.name(&work, &person, None).await?;
        }
        if number % 8 == 5 {
            case.ask_for_more(&work, 2, "Fleire kommunestyre vil vere med.").await?;
        }
        work.commit().await?;
    }
    Ok(())
}

/// Makes two plans when delegations have their seats: a dinner that people have been told about, and a workshop that nobody
/// has been told about yet.
pub async fn demonstrate_plans(host: &Host, slug: &str) -> anyhow::Result<()> {
    let (bus, _loops) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let found = gathering::by_slug(&host.db.read, slug).await?.context("the gathering is not there")?;
    let name = |texts: [&str; 4]| Localised::from(std::array::from_fn::<_, 4, _>(|at| (Language::ALL[at], texts[at])));
    let rules = Rules {
        size: 8,
        tables: None,
        mixing: Mixing::Spread,
        of_member: Some(1),
        of_county: Some(3),
        elected: true,
        heirs: true,
    };
    let dinner = Wish {
        kind: Kind::Tables,
        name: name(["Middag", "Middag", "Middag", "Dinner"]),
        rules: rules.clone(),
        choice: None,
    };
    let workshop = Wish {
        kind: Kind::Groups,
        name: name([
            "Verkstad om tomme lokale",
            "Verksted om tomme lokaler",
            "Workshop om tomma lokaler",
            "Workshop on empty premises",
        ]),
        rules: Rules { size: 12, tables: Some(6), of_member: None, of_county: None, ..rules },
        choice: None,
    };
    let work = bus.begin().await?;
    let told = planning::make(&work, &found, dinner).await?;
    planning::make(&work, &found, workshop).await?;
    let plan = store::plan::find(&work.tx, told).await?.context("the plan is not there")?;
    let revision = plan.revision;
    let _many = planning::act(&work, plan, revision, Act::Tell).await?;
    work.commit().await?;
    Ok(())
}
