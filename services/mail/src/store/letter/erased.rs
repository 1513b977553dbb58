//! Letters to people whose data are deleted.

use proto::RegistrationId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveModelTrait, ConnectionTrait, Set};

use super::{ActiveModel, Column, Entity, of, withdraw};
use crate::composing::Composed;
use crate::made_of::MadeOf;
use crate::purpose::{Purpose, Skip};
use crate::store::AT_ONCE;

/// Keeps the bytes of a letter that is not due yet, so that it can go without anything else.
pub(crate) async fn make(
    db: &impl ConnectionTrait,
    letter: Uuid,
    composed: Composed,
    sequence: u32,
    made_of: &MadeOf,
) -> Result<(), DbErr> {
    let made = ActiveModel {
        id: Set(letter),
        method: Set(composed.calendar.map(|method| method.word().to_owned())),
        sequence: Set(Some(i64::from(sequence))),
        raw: Set(Some(composed.bytes)),
        made_of: Set(made_of.kept()),
        ..Default::default()
    };
    made.update_without_returning(db).await.map(drop)
}

/// Takes everything personal out of a registration's letters. How many were sent can still be counted. Only `last` is
/// left to go out, as it is made, and is taken out of there when it has.
pub(crate) async fn erase(
    db: &impl ConnectionTrait,
    registration: RegistrationId,
    last: Option<Uuid>,
) -> Result<(), DbErr> {
    let all = of(db, &[registration.0]).await?.into_iter().map(|(_, letter)| letter.id);
    let dropped: Vec<Uuid> = all.filter(|letter| Some(*letter) != last).collect();
    withdraw(db, &dropped, Skip::Erased).await?;
    Entity::update_many()
        .col_expr(Column::Registration, Expr::value(None::<Uuid>))
        .col_expr(Column::MessageId, Expr::value(None::<String>))
        .col_expr(Column::Domain, Expr::value(None::<String>))
        .col_expr(Column::Trouble, Expr::value(None::<String>))
        .col_expr(Column::Facts, Expr::value(None::<Json>))
        .filter(Column::Registration.eq(registration.0))
        .exec(db)
        .await?;
    drop_bytes(db, &dropped).await?;
    let given_up = Entity::update_many()
        .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
        .col_expr(Column::MadeOf, Expr::value(None::<String>))
        .filter(Column::Id.is_in(last))
        .filter(Column::NextAt.is_null().and(Column::LeaseOwner.is_null()));
    given_up.exec(db).await.map(drop)
}

/// Deletes the bytes of these letters, as far as they are to people whose data are deleted, or to organisers. What others
/// may have had in doubt can be asked for again.
pub(crate) async fn drop_bytes(db: &impl ConnectionTrait, letters: &[Uuid]) -> Result<(), DbErr> {
    for some in letters.chunks(AT_ONCE) {
        Entity::update_many()
            .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
            .col_expr(Column::MadeOf, Expr::value(None::<String>))
            .filter(Column::Id.is_in(some.iter().copied()))
            .filter(Column::Registration.is_null())
            .filter(Column::Speaker.is_null())
            .filter(Column::Purpose.ne(Purpose::Proposal))
            .exec(db)
            .await?;
    }
    Ok(())
}
