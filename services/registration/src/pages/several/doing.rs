//! Doing it, each person for themselves: what cannot be done about one is done about the others all the same.

use super::UnfitView;
use crate::app::App;
use crate::attendance::{Mark, Marked, mark};
use crate::desk::errand::{Act, Errand, Outcome};
use crate::several::{Doing, Unfit};
use crate::store::registration;
use futures::future::join_all;
use host::{Error, Organiser, Visit};
use proto::EventId;
use sea_orm::prelude::Uuid;

/// People in one transaction: others come to the desk meanwhile.
const TOGETHER: usize = 50;

/// About how many it was done, and those of whom it was not. Whoever was deleted since is neither.
pub(super) async fn do_it(
    app: &App,
    organiser: &Organiser,
    visit: &Visit,
    event: EventId,
    (doing, reason): (Doing, Option<String>),
    rows: &[registration::Model],
) -> Result<(usize, Vec<UnfitView>), Error> {
    let mut done = 0;
    let mut unfit = Vec::new();
    for rows in rows.chunks(TOGETHER) {
        let outcomes = match doing {
            Doing::Approve => ask(app, organiser, event, rows, &Act::Approve).await,
            Doing::Decline => ask(app, organiser, event, rows, &Act::Decline { reason: reason.clone() }).await,
            Doing::SignOff => ask(app, organiser, event, rows, &Act::SignOff).await,
            Doing::Came | Doing::DidNotCome => note(app, organiser, visit, event, doing, rows).await?,
        };
        for (row, outcome) in rows.iter().zip(outcomes) {
            match outcome {
                Some(Ok(())) => done += 1,
                Some(Err(why)) => unfit.push(UnfitView::of(row, why)),
                None => {}
            }
        }
    }
    Ok((done, unfit))
}

/// They stand at the desk together, and are decided in one transaction.
async fn ask(
    app: &App,
    organiser: &Organiser,
    event: EventId,
    rows: &[registration::Model],
    act: &Act,
) -> Vec<Option<Result<(), Unfit>>> {
    let by = organiser.account;
    let errands = rows.iter().map(|row| Errand::Act { registration: row.id(), act: act.clone(), by });
    let outcomes = join_all(errands.map(|errand| app.desk.ask(event, errand))).await;
    let told = |outcome| match outcome {
        Ok(Outcome::Done(_)) => Some(Ok(())),
        Ok(Outcome::Refused(refusal)) => Unfit::refused(&refusal).map(Err),
        Ok(Outcome::SignedUp(_) | Outcome::SameKeyOtherContent) | Err(_) => Some(Err(Unfit::Busy)),
    };
    outcomes.into_iter().map(told).collect()
}

async fn note(
    app: &App,
    organiser: &Organiser,
    visit: &Visit,
    event: EventId,
    doing: Doing,
    rows: &[registration::Model],
) -> Result<Vec<Option<Result<(), Unfit>>>, Error> {
    let came = doing == Doing::Came;
    let so_already = if came { Unfit::CameAlready } else { Unfit::DidNotCome };
    let work = app.bus.begin().await.map_err(|_away| Error::Busy)?;
    let mut outcomes = Vec::with_capacity(rows.len());
    for row in rows {
        let pressed = Mark {
            id: Uuid::now_v7(),
            event,
            registration: row.id(),
            session: None,
            came,
            account: organiser.account,
            at: visit.now,
        };
        outcomes.push(match mark(&work, &pressed).await? {
            Marked::Now => Some(Ok(())),
            Marked::Again | Marked::Already => Some(Err(so_already)),
            Marked::Not(_) => Some(Err(Unfit::NoPlace)),
            Marked::Unknown => None,
        });
    }
    work.commit().await.map_err(|_away| Error::Busy)?;
    Ok(outcomes)
}
