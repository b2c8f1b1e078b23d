import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../main/triage/language.ts';

describe('language', () => {
  it.each([
    ['es', 'Buenos días, quiero darme de baja como autónomo desde el día 30. Gracias.'],
    ['ca', "Bon dia, voldria canviar el telèfon perquè l'altre ja no el tinc. Gràcies."],
    ['gl', 'Bos días, quero cambiar o número de móbil porque o outro xa non funciona. Grazas.'],
    ['eu', 'Egun on, nire telefonoa aldatu nahi dut, mesedez. Eskerrik asko.'],
    ['en', 'Good morning, I would like to change my phone number. Thank you for your help.'],
    ['fr', "Bonjour, je voudrais obtenir mon numéro de sécurité sociale. Merci d'avance."],
    ['ro', 'Bună ziua, vă rog să îmi înregistrați numărul de telefon. Mulțumesc.'],
    ['it', 'Buongiorno, vorrei sapere a quale ufficio devo rivolgermi. Grazie mille.'],
    ['pt', 'Bom dia, não tenho o número de segurança social e gostaria de saber como pedir. Obrigado.'],
    ['ar', 'صباح الخير، أريد تسجيل رقم هاتفي في الضمان الاجتماعي'],
    ['uk', 'Добрий день, хочу змінити свій номер телефону, дякую'],
    ['zh', '您好，我想更改我的电话号码，谢谢您的帮助'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(['', 'ok', '12345 678', 'DNI 99999999R'])('is not guessed from %j', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });
});
