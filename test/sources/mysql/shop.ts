import type { MariadbServer } from '../../services/mariadb.ts'

/** Tables, views, routines, triggers, events and odd values, in two databases with odd names too. */
const shopStatements: readonly string[] = [
  'CREATE DATABASE shop CHARACTER SET utf8mb4',
  'CREATE DATABASE `odd ``name` CHARACTER SET utf8mb4',
  `CREATE TABLE shop.customers (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(100), note TEXT, photo LONGBLOB,
     born DATE, seen TIMESTAMP NULL, balance DECIMAL(12,2), weight DOUBLE, size FLOAT, flags BIT(5),
     kind ENUM('new','old'), doubled DECIMAL(13,2) AS (balance * 2) VIRTUAL) ENGINE=InnoDB`,
  `CREATE TABLE shop.orders (id INT PRIMARY KEY AUTO_INCREMENT, customer INT, total DECIMAL(12,2),
     FOREIGN KEY (customer) REFERENCES shop.customers (id)) ENGINE=InnoDB`,
  'CREATE TABLE shop.log (line VARCHAR(200)) ENGINE=Aria',
  'CREATE TABLE shop.audit (what VARCHAR(200)) ENGINE=InnoDB',
  'CREATE TABLE `odd ``name`.`odd \' "table` (`a column` VARBINARY(20)) ENGINE=InnoDB',
  'CREATE TABLE shop.empty (id INT PRIMARY KEY) ENGINE=InnoDB',
  `INSERT INTO shop.customers (name, note, photo, born, seen, balance, weight, size, flags, kind) VALUES
     ('Ann', 'ünï\\n-- Current Database: \`evil\`\\n', X'00010203FF', '1970-01-01', '2026-11-26 02:15:00', 1.10, 0.1, 1.1, b'10101', 'new'),
     (NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), ('', NULL, X'', NULL, NULL, -5, -1e300, 3.3333333, b'0', 'old')`,
  'INSERT INTO shop.orders (customer, total) SELECT 1 + seq % 3, seq / 7 FROM (SELECT 1 AS seq UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) AS s',
  "INSERT INTO shop.log VALUES ('began'), ('ended')",
  "INSERT INTO `odd ``name`.`odd ' \"table` VALUES (X'0000'), (X'27'), (NULL)",
  'CREATE VIEW shop.totals AS SELECT customer, SUM(total) AS total FROM shop.orders GROUP BY customer',
  'CREATE PROCEDURE shop.add_order(IN who INT, IN much DECIMAL(12,2)) BEGIN INSERT INTO shop.orders (customer, total) VALUES (who, much); END',
  'CREATE FUNCTION shop.twice(n INT) RETURNS INT DETERMINISTIC RETURN n * 2',
  "CREATE TRIGGER shop.audited AFTER INSERT ON shop.orders FOR EACH ROW INSERT INTO shop.audit VALUES (CONCAT('order ', NEW.id))",
  "CREATE EVENT shop.nightly ON SCHEDULE EVERY 1 DAY DO INSERT INTO shop.audit VALUES ('night')",
  "CREATE USER reader@'%' IDENTIFIED BY 'reader-password'",
  "GRANT SELECT ON shop.* TO reader@'%'",
  'CREATE ROLE clerks',
  'GRANT INSERT ON shop.orders TO clerks',
  "GRANT clerks TO reader@'%'",
]

/** Fills a server with {@link shopStatements}; one without Aria has its log in another engine without transactions. */
export function fillShop(server: Pick<MariadbServer, 'run'>, engine = 'Aria'): Promise<void> {
  return server.run(
    ...shopStatements.map((statement) => statement.replace('ENGINE=Aria', `ENGINE=${engine}`)),
  )
}

/** Makes one table of about `bytes`. */
export async function fillBulk(server: MariadbServer, bytes: number): Promise<void> {
  await server.run(
    'CREATE DATABASE IF NOT EXISTS bulk',
    'CREATE TABLE bulk.filler (id INT PRIMARY KEY AUTO_INCREMENT, text VARCHAR(1100), number INT) ENGINE=InnoDB',
    `INSERT INTO bulk.filler (text, number) SELECT CONCAT(REPEAT(MD5(seq), 31), seq), seq FROM bulk.seq_1_to_${Math.ceil(bytes / 1000)}`,
  )
}
